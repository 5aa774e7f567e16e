/** What every record has. */
export const COMMON = `id key(128) NOT NULL,
    home key(8) NOT NULL,
    revision whole NOT NULL,
    updatedAt key(40) NOT NULL,
    provenance text,
    governance text,
    updatedInstant key(40) NOT NULL,
    updatedAtRank whole NOT NULL`;

export const location = (name: string): string => `${name}Lat real,
    ${name}Lon real,
    ${name}Precision key(64)`;

/** A quantity, and the keys that it is ordered by. */
export const quantity = (name: string): string => `${name}Value key(256),
    ${name}Unit key(64),
    ${name}Basis key(256),
    ${name}Flag key(64),
    ${name}Rank whole NOT NULL,
    ${name}BasisKey key(256),
    ${name}DimensionKey key(32),
    ${name}NumberKey key(320)`;

export const quantityOrder = (name: string): readonly string[] =>
  ['Rank', 'BasisKey', 'DimensionKey', 'NumberKey'].map((part) => name + part);
