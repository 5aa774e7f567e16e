-- A mining cadastre as an agency may have had it for years: French names, codes of its own, gold and silver in troy ounces, days as text.
-- Nothing here knows of the contract.

CREATE TABLE sources (
  num_source INT PRIMARY KEY,
  ouvrage VARCHAR(200) NOT NULL,
  editeur VARCHAR(100) NOT NULL,
  reference VARCHAR(700) NOT NULL,
  adresse VARCHAR(200) NOT NULL
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE societes (
  num_societe INT PRIMARY KEY,
  raison_sociale VARCHAR(200) NOT NULL,
  forme CHAR(1) NOT NULL COMMENT 'P privée, E État',
  num_source INT NOT NULL,
  situation_au CHAR(10) NOT NULL COMMENT 'JJ/MM/AAAA',
  date_maj CHAR(10) NOT NULL COMMENT 'JJ/MM/AAAA'
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE exploitations (
  num_exploit CHAR(6) PRIMARY KEY,
  denomination VARCHAR(200) NOT NULL,
  nature CHAR(1) NOT NULL COMMENT 'M mine, U usine',
  etat CHAR(2) NOT NULL COMMENT 'AC active, AP activité présumée, AR arrêtée, FE fermée',
  region VARCHAR(100),
  situation VARCHAR(200),
  latitude DECIMAL(8, 5),
  longitude DECIMAL(8, 5),
  num_exploitant INT,
  num_source INT NOT NULL,
  situation_au CHAR(10) NOT NULL,
  date_maj CHAR(10) NOT NULL
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE substances (
  num_exploit CHAR(6) NOT NULL,
  code_subst CHAR(2) NOT NULL COMMENT 'OR or, AG argent, PB plomb, ZN zinc',
  PRIMARY KEY (num_exploit, code_subst)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE participations (
  num_exploit CHAR(6) NOT NULL,
  num_societe INT NOT NULL,
  pct DECIMAL(5, 2) NOT NULL,
  PRIMARY KEY (num_exploit, num_societe)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE capacites (
  num_cap INT PRIMARY KEY,
  code_subst CHAR(2),
  produit VARCHAR(100),
  quantite DECIMAL(18, 3) COMMENT 'par an',
  unite CHAR(3) NOT NULL COMMENT 'OZT once troy, T tonne, KT millier de tonnes',
  annee INT NOT NULL
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE capacites_exploitations (
  num_cap INT NOT NULL,
  num_exploit CHAR(6) NOT NULL,
  PRIMARY KEY (num_cap, num_exploit)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE extractions (
  num_extraction INT PRIMARY KEY,
  code_subst CHAR(2) NOT NULL,
  annee INT NOT NULL,
  onces DECIMAL(18, 3) COMMENT 'onces troy de métal contenu',
  est_estimee CHAR(1) NOT NULL COMMENT 'O oui, N non',
  bulletin CHAR(7) NOT NULL COMMENT 'édition de la source',
  num_source INT NOT NULL,
  situation_au CHAR(10) NOT NULL,
  date_maj CHAR(10) NOT NULL
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE journal (
  num_operation INT PRIMARY KEY,
  registre CHAR(3) NOT NULL COMMENT 'SOC sociétés, EXP exploitations, EXT extractions',
  cle VARCHAR(10) NOT NULL,
  operation CHAR(1) NOT NULL COMMENT 'C création, M modification',
  date_operation CHAR(10) NOT NULL
) DEFAULT CHARSET = utf8mb4;
