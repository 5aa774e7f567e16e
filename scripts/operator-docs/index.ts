export { ALERTS, type Alert } from './alerts.ts';
export { OPERATOR_PAGE, operatorDocs } from './operator-docs.ts';
