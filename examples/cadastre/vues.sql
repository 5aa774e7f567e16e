-- The contract's tables, made of the register's: in a database of their own, which is all that the member may read.
-- Gold and silver become kilograms by 1 oz t = 0.0311034768 kg exactly, to the gram, for the register's last digit weighs 0.03 g.

CREATE FUNCTION nombre(n DECIMAL(40, 6)) RETURNS VARCHAR(60) DETERMINISTIC
RETURN TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM CAST(n AS CHAR)));

CREATE FUNCTION kilogrammes(onces DECIMAL(18, 3)) RETURNS VARCHAR(60) DETERMINISTIC
RETURN nombre(ROUND(onces * 0.0311034768, 3));

CREATE FUNCTION instant(jour CHAR(10)) RETURNS VARCHAR(40) DETERMINISTIC
RETURN DATE_FORMAT(STR_TO_DATE(jour, '%d/%m/%Y'), '%Y-%m-%dT00:00:00Z');

-- Bytes in the order of the numbers: sign, length of the whole part, whole part, what is behind the point.
CREATE FUNCTION cle_nombre(n VARCHAR(60)) RETURNS VARCHAR(320) DETERMINISTIC
RETURN CONCAT('1', LPAD(CHAR_LENGTH(SUBSTRING_INDEX(n, '.', 1)), 4, '0'), SUBSTRING_INDEX(n, '.', 1), '.',
  IF(LOCATE('.', n) > 0, SUBSTRING_INDEX(n, '.', -1), ''));

-- The order key of a name: letters without their accents, A to Z small. A letter that is missing here is found by the audit ORDER_OF_NAME.
CREATE TABLE lettres (
  lettre CHAR(1) COLLATE utf8mb4_bin PRIMARY KEY,
  cle CHAR(1) COLLATE utf8mb4_bin NOT NULL
) DEFAULT CHARSET = utf8mb4;

INSERT INTO lettres
SELECT CHAR(64 + seq USING utf8mb4), CHAR(96 + seq USING utf8mb4) FROM seq_1_to_26;

INSERT INTO lettres
SELECT SUBSTRING('àâäçéèêëîïôöùûüÿñÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÑ', seq, 1), SUBSTRING('aaaceeeeiioouuuynaaaceeeeiioouuuyn', seq, 1) FROM seq_1_to_34;

CREATE FUNCTION cle_nom(nom VARCHAR(200) CHARACTER SET utf8mb4) RETURNS VARCHAR(200) CHARACTER SET utf8mb4 READS SQL DATA
RETURN (SELECT GROUP_CONCAT(COALESCE(lettres.cle, SUBSTRING(nom, place.seq, 1)) ORDER BY place.seq SEPARATOR '')
  FROM seq_1_to_200 AS place LEFT JOIN lettres ON lettres.lettre = SUBSTRING(nom, place.seq, 1) COLLATE utf8mb4_bin
  WHERE place.seq <= CHAR_LENGTH(nom));

CREATE FUNCTION nom(texte VARCHAR(200) CHARACTER SET utf8mb4) RETURNS LONGTEXT CHARACTER SET utf8mb4 DETERMINISTIC
RETURN JSON_OBJECT('en', texte, 'originalLanguage', 'EN');

CREATE TABLE codes (
  liste CHAR(8) NOT NULL,
  code CHAR(3) NOT NULL,
  contrat VARCHAR(64) NOT NULL,
  PRIMARY KEY (liste, code)
) DEFAULT CHARSET = utf8mb4;

INSERT INTO codes VALUES
  ('forme', 'P', 'COMPANY'), ('forme', 'E', 'STATE_AGENCY'),
  ('nature', 'M', 'MINE'), ('nature', 'U', 'PROCESSING_PLANT'),
  ('etat', 'AC', 'OPERATING'), ('etat', 'AP', 'ASSUMED_ACTIVE'), ('etat', 'AR', 'NOT_OPERATING'), ('etat', 'FE', 'CLOSED'),
  ('subst', 'OR', 'gold'), ('subst', 'AG', 'silver'), ('subst', 'PB', 'lead'), ('subst', 'ZN', 'zinc'),
  ('unite', 'OZT', 'KILOGRAM'), ('unite', 'T', 'TONNE'), ('unite', 'KT', 'KILOTONNE'),
  ('registre', 'SOC', 'Organisation'), ('registre', 'EXP', 'Site'), ('registre', 'EXT', 'ProductionRecord');

CREATE FUNCTION contrat(dans CHAR(8), son_code CHAR(3)) RETURNS VARCHAR(64) READS SQL DATA
RETURN (SELECT contrat FROM codes WHERE liste = dans AND code = son_code);

CREATE FUNCTION id_de(registre CHAR(3), cle VARCHAR(10)) RETURNS VARCHAR(128) DETERMINISTIC
RETURN CONCAT('BF:', CASE registre WHEN 'SOC' THEN 'org:' WHEN 'EXP' THEN 'site:' ELSE 'production:' END, cle);

-- The source speaks of a year, which the register wrote as its last day.
CREATE VIEW provenances AS SELECT num_source, JSON_MERGE_PATCH('{"licence": "US-PD", "synthetic": false}',
  JSON_OBJECT('source', ouvrage, 'publisher', editeur, 'citation', reference, 'url', adresse)) AS provenance
FROM cadastre.sources;

CREATE FUNCTION provenance(source INT, situation_au CHAR(10), methode VARCHAR(64)) RETURNS LONGTEXT CHARACTER SET utf8mb4 READS SQL DATA
RETURN (SELECT JSON_INSERT(provenance, '$.asOf', RIGHT(situation_au, 4), '$.method', methode) FROM provenances WHERE num_source = source);

CREATE FUNCTION partagee_avec(cap INT, exploit CHAR(6)) RETURNS LONGTEXT CHARACTER SET utf8mb4 READS SQL DATA
RETURN (SELECT COALESCE(JSON_ARRAYAGG(id_de('EXP', num_exploit)), '[]') FROM cadastre.capacites_exploitations
  WHERE num_cap = cap AND num_exploit <> exploit);

CREATE FUNCTION capacites_de(exploit CHAR(6)) RETURNS LONGTEXT CHARACTER SET utf8mb4 READS SQL DATA
RETURN (SELECT JSON_ARRAYAGG(JSON_OBJECT(
    'commodityCode', contrat('subst', c.code_subst), 'product', c.produit, 'year', c.annee,
    'perYear', JSON_OBJECT('value', IF(c.unite = 'OZT', kilogrammes(c.quantite), nombre(c.quantite)), 'unit', contrat('unite', c.unite),
      'basis', NULL, 'flag', IF(c.quantite IS NULL, 'NOT_AVAILABLE', 'EXACT')),
    'sharedWith', JSON_COMPACT(partagee_avec(c.num_cap, exploit))) ORDER BY c.num_cap)
  FROM cadastre.capacites c JOIN cadastre.capacites_exploitations l USING (num_cap) WHERE l.num_exploit = exploit);

CREATE VIEW organisation AS SELECT
  BINARY id_de('SOC', num_societe) AS id, BINARY 'BF' AS home, 1 AS revision,
  BINARY instant(date_maj) AS updatedAt, BINARY REPLACE(instant(date_maj), 'Z', '.') AS updatedInstant, 0 AS updatedAtRank,
  provenance(num_source, situation_au, 'REPORTED') AS provenance, '{"classification": "PUBLIC", "redactions": []}' AS governance,
  nom(raison_sociale) AS name, BINARY cle_nom(raison_sociale) AS nameKey, 0 AS nameRank,
  BINARY contrat('forme', forme) AS type, NULL AS countryCode, 1 AS countryCodeRank,
  NULL AS lei, CAST(num_societe AS CHAR) AS registrationNumber, NULL AS url
FROM cadastre.societes;

CREATE VIEW site AS SELECT
  BINARY id_de('EXP', num_exploit) AS id, BINARY 'BF' AS home, 1 AS revision,
  BINARY instant(date_maj) AS updatedAt, BINARY REPLACE(instant(date_maj), 'Z', '.') AS updatedInstant, 0 AS updatedAtRank,
  provenance(num_source, situation_au, 'REPORTED') AS provenance, '{"classification": "PUBLIC", "redactions": []}' AS governance,
  num_exploit AS nationalId, NULL AS otherIds,
  nom(denomination) AS name, BINARY cle_nom(denomination) AS nameKey, 0 AS nameRank,
  BINARY contrat('nature', nature) AS type, 0 AS typeRank,
  BINARY contrat('etat', etat) AS status, 0 AS statusRank, RIGHT(situation_au, 4) AS statusAsOf,
  NULL AS method, NULL AS scale,
  CAST(latitude AS DOUBLE) AS locationLat, CAST(longitude AS DOUBLE) AS locationLon, BINARY 'EXACT' AS locationPrecision,
  region AS adm1, BINARY 'BF' AS countryCode, 0 AS countryCodeRank,
  (SELECT COALESCE(JSON_ARRAYAGG(contrat('subst', s.code_subst) ORDER BY contrat('subst', s.code_subst)), '[]') FROM cadastre.substances s WHERE s.num_exploit = e.num_exploit)
    AS commodityCodes,
  NULL AS depositId, BINARY id_de('SOC', num_exploitant) AS operatorId,
  (SELECT COALESCE(JSON_ARRAYAGG(JSON_OBJECT('partyId', id_de('SOC', p.num_societe), 'percent', nombre(p.pct)) ORDER BY p.num_societe), '[]')
    FROM cadastre.participations p WHERE p.num_exploit = e.num_exploit) AS owners,
  capacites_de(num_exploit) AS capacities,
  NULL AS titles, NULL AS certification, NULL AS inspections,
  JSON_ARRAY(JSON_OBJECT('field', 'type', 'word', nature), JSON_OBJECT('field', 'status', 'word', etat),
    JSON_OBJECT('field', 'location', 'word', situation)) AS published
FROM cadastre.exploitations e;

CREATE VIEW site_commodity AS SELECT
  BINARY id_de('EXP', num_exploit) AS recordId, BINARY contrat('subst', code_subst) AS commodityCode
FROM cadastre.substances;

-- A capacity that several sites share has one name, so that it counts once.
CREATE VIEW site_capacity AS SELECT
  BINARY id_de('EXP', l.num_exploit) AS recordId, c.num_cap AS place, BINARY CAST(c.num_cap AS CHAR) AS sharing,
  BINARY contrat('subst', c.code_subst) AS commodityCode, c.annee AS year,
  BINARY IF(c.unite = 'OZT', kilogrammes(c.quantite), nombre(c.quantite)) AS value, BINARY contrat('unite', c.unite) AS unit,
  NULL AS basis, BINARY IF(c.quantite IS NULL, 'NOT_AVAILABLE', 'EXACT') AS flag
FROM cadastre.capacites c JOIN cadastre.capacites_exploitations l USING (num_cap);

-- Of one year and substance the newest bulletin counts.
CREATE VIEW production_record AS SELECT
  BINARY id_de('EXT', num_extraction) AS id, BINARY 'BF' AS home, 1 AS revision,
  BINARY instant(date_maj) AS updatedAt, BINARY REPLACE(instant(date_maj), 'Z', '.') AS updatedInstant, 0 AS updatedAtRank,
  provenance(num_source, situation_au, IF(est_estimee = 'O', 'ESTIMATED', 'REPORTED')) AS provenance,
  '{"classification": "PUBLIC", "redactions": []}' AS governance,
  BINARY 'BF' AS countryCode, 0 AS countryCodeRank, BINARY 'COUNTRY' AS level, NULL AS siteId,
  BINARY contrat('subst', code_subst) AS commodityCode, 0 AS commodityCodeRank, BINARY 'MINE' AS stage,
  annee AS year, 0 AS yearRank, BINARY cle_nombre(annee) AS yearKey,
  BINARY kilogrammes(onces) AS quantityValue, BINARY 'KILOGRAM' AS quantityUnit, BINARY 'metal content' AS quantityBasis,
  BINARY CASE WHEN onces IS NULL THEN 'NOT_AVAILABLE' WHEN est_estimee = 'O' THEN 'ESTIMATED' ELSE 'EXACT' END AS quantityFlag,
  onces IS NULL AS quantityRank, BINARY IF(onces IS NULL, NULL, 'metal content') AS quantityBasisKey,
  BINARY IF(onces IS NULL, NULL, 'MASS') AS quantityDimensionKey, BINARY cle_nombre(kilogrammes(onces)) AS quantityNumberKey,
  NULL AS value, BINARY bulletin AS edition, NULL AS published,
  BINARY CONCAT(code_subst, annee) AS figure,
  EXISTS (SELECT 1 FROM cadastre.extractions n WHERE n.code_subst = e.code_subst AND n.annee = e.annee AND n.bulletin > e.bulletin) AS superseded
FROM cadastre.extractions e;

CREATE VIEW record_change AS SELECT
  num_operation AS sequence, BINARY IF(operation = 'C', 'CREATED', 'CORRECTED') AS kind, BINARY contrat('registre', registre) AS type,
  BINARY id_de(registre, cle) AS recordId, 1 AS revision, BINARY instant(date_operation) AS at
FROM cadastre.journal;
