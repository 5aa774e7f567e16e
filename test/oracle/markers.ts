/** What the oracle puts where only the gateway knows the value: any cursor that it sealed, any instant or none. */
export const ANY_CURSOR = '⟦a sealed cursor⟧';
export const ANY_INSTANT = '⟦an instant, or null⟧';
