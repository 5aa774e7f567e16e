-- What the register holds: facts of the U.S. Geological Survey (public domain), each with its source, in the register's own words.

INSERT INTO sources (num_source, ouvrage, editeur, reference, adresse) VALUES
  (1, 'USGS, Compilation of Geospatial Data (GIS) for the Mineral Industries and Related Infrastructure of Africa', 'U.S. Geological Survey', 'Padilla, A.J., and others, 2021, Compilation of Geospatial Data (GIS) for the Mineral Industries and Related Infrastructure of Africa: U.S. Geological Survey data release, https://doi.org/10.5066/P97EQWXP. From: names as published', 'https://doi.org/10.5066/P97EQWXP'),
  (2, 'USGS, Compilation of Geospatial Data (GIS) for the Mineral Industries and Related Infrastructure of Africa', 'U.S. Geological Survey', 'Padilla, A.J., and others, 2021, Compilation of Geospatial Data (GIS) for the Mineral Industries and Related Infrastructure of Africa: U.S. Geological Survey data release, https://doi.org/10.5066/P97EQWXP. From: USGS 2018 Minerals Yearbook, Vol. III, Burkina Faso Country Chapter, Table 2; various other USGS, industry, geologic research, and company reports; various mining databases', 'https://doi.org/10.5066/P97EQWXP'),
  (3, 'USGS, Mineral Commodity Summaries', 'U.S. Geological Survey, National Minerals Information Center', 'National Minerals Information Center, 2023, U.S. Geological Survey Mineral Commodity Summaries 2023 Data Release: U.S. Geological Survey data release, https://doi.org/10.5066/P9WCYUI6.', 'https://doi.org/10.5066/P9WCYUI6'),
  (4, 'USGS, Mineral Commodity Summaries', 'U.S. Geological Survey, National Minerals Information Center', 'National Minerals Information Center, 2024, U.S. Geological Survey Mineral Commodity Summaries 2024 Data Release: U.S. Geological Survey data release, https://doi.org/10.5066/P144BA54.', 'https://doi.org/10.5066/P144BA54');

INSERT INTO societes (num_societe, raison_sociale, forme, num_source, situation_au, date_maj) VALUES
  (1, 'Avesoro resources Inc.', 'P', 1, '31/12/2018', '23/11/2026'),
  (2, 'Balaji Group', 'P', 1, '31/12/2018', '23/11/2026'),
  (3, 'Bissa Gold S.A.', 'P', 1, '31/12/2018', '23/11/2026'),
  (4, 'Burkina Mining Company S.A.', 'P', 1, '31/12/2018', '23/11/2026'),
  (5, 'Diamond Cement Burkina S.A.', 'P', 1, '31/12/2018', '23/11/2026'),
  (6, 'Essakane S.A.', 'P', 1, '31/12/2018', '23/11/2026'),
  (7, 'Government', 'E', 1, '31/12/2018', '23/11/2026'),
  (8, 'IAMGOLD Corp.', 'P', 1, '31/12/2018', '23/11/2026'),
  (9, 'Nantou Mining Burkina Faso S.A.', 'P', 1, '31/12/2018', '23/11/2026'),
  (10, 'Nordgold N.V.', 'P', 1, '31/12/2018', '23/11/2026'),
  (11, 'Pinsapo Gold S.A. (Pinsapo Group AG)', 'P', 1, '31/12/2018', '23/11/2026'),
  (12, 'Semafo Burkina Faso S.A.', 'P', 1, '31/12/2018', '23/11/2026'),
  (13, 'Semafo Inc.', 'P', 1, '31/12/2018', '23/11/2026'),
  (14, 'Société des Mines de Bélahouro S.A.', 'P', 1, '31/12/2018', '23/11/2026'),
  (15, 'Société des Mines de Taparko S.A.', 'P', 1, '31/12/2018', '23/11/2026'),
  (16, 'Trevali Mining Corp.', 'P', 1, '31/12/2018', '23/11/2026'),
  (17, 'West African Cement S.A. (WACEM)', 'P', 1, '31/12/2018', '23/11/2026');

INSERT INTO exploitations (num_exploit, denomination, nature, etat, region, situation, latitude, longitude, num_exploitant, num_source, situation_au, date_maj) VALUES
  ('BFA001', 'Balogo Mine', 'M', 'AP', 'Centre-Sud', '180 kilometers southeast of Ouagadougou', 11.37852, -1.46876, 4, 2, '31/12/2018', '23/11/2026'),
  ('BFA002', 'Bissa-Bouly Mine', 'M', 'AP', 'Centre-Nord', '85 kilometers north of Ouagadougou', 13.1581, -1.51924, 3, 2, '31/12/2018', '23/11/2026'),
  ('BFA003', 'Essakane Mine', 'M', 'AP', 'Sahel', '330 kilometers northeast of Ouagadougou', 14.38473, 0.07563, 6, 2, '31/12/2018', '23/11/2026'),
  ('BFA004', 'Facility at Ouagadougou', 'U', 'AP', 'Centre', 'Ouagadougou', 12.35484, -1.64017, 5, 2, '31/12/2018', '23/11/2026'),
  ('BFA005', 'Inata Mine', 'M', 'AP', 'Sahel', '220 kilometers north of Ouagadougou', 14.3619, -1.30443, 14, 2, '31/12/2018', '23/11/2026'),
  ('BFA006', 'Mana Mine', 'M', 'AP', 'Boucle du Mouhoun', '200 kilometers west of Ouagadougou', 11.99868, -3.41523, 12, 2, '31/12/2018', '23/11/2026'),
  ('BFA007', 'Perkoa Mine', 'M', 'AP', 'Centre-Ouest', '120 kilometers from Ouagadougou', 12.37341, -2.6014, 9, 2, '31/12/2018', '23/11/2026'),
  ('BFA008', 'Sassa-1 small-scale mine', 'M', 'AP', 'Nord', 'Passore Province', 12.91768, -2.17523, 11, 2, '31/12/2018', '23/11/2026'),
  ('BFA009', 'Taparko-Bouroum Mine', 'M', 'AP', 'Centre-Nord', '200 kilometers northeast of Ouagadougou', 13.52567, -0.34639, 15, 2, '31/12/2018', '23/11/2026'),
  ('BFA010', 'Youga Mine', 'M', 'AP', 'Centre-Est', '180 kilometers southeast of Ouagadougou', 11.10119, -0.46926, 4, 2, '31/12/2018', '23/11/2026');

INSERT INTO substances (num_exploit, code_subst) VALUES
  ('BFA001', 'OR'),
  ('BFA002', 'OR'),
  ('BFA003', 'OR'),
  ('BFA005', 'OR'),
  ('BFA006', 'OR'),
  ('BFA007', 'PB'),
  ('BFA007', 'AG'),
  ('BFA007', 'ZN'),
  ('BFA008', 'OR'),
  ('BFA009', 'OR'),
  ('BFA010', 'OR');

INSERT INTO participations (num_exploit, num_societe, pct) VALUES
  ('BFA001', 1, 90),
  ('BFA001', 7, 10),
  ('BFA002', 10, 90),
  ('BFA002', 7, 10),
  ('BFA003', 8, 90),
  ('BFA003', 7, 10),
  ('BFA004', 17, 100),
  ('BFA005', 2, 90),
  ('BFA005', 7, 10),
  ('BFA006', 13, 90),
  ('BFA006', 7, 10),
  ('BFA007', 16, 90),
  ('BFA007', 7, 10),
  ('BFA009', 10, 90),
  ('BFA009', 7, 10),
  ('BFA010', 1, 90),
  ('BFA010', 7, 10);

INSERT INTO capacites (num_cap, code_subst, produit, quantite, unite, annee) VALUES
  (1, 'OR', NULL, 99667.314, 'OZT', 2018),
  (2, 'OR', NULL, 376163.735, 'OZT', 2018),
  (3, 'OR', NULL, 369733.586, 'OZT', 2018),
  (4, NULL, 'Cement', 800, 'KT', 2018),
  (5, 'OR', NULL, 167183.882, 'OZT', 2018),
  (6, 'OR', NULL, 299001.943, 'OZT', 2018),
  (7, 'PB', NULL, 1100, 'T', 2018),
  (8, 'AG', NULL, 482261.199, 'OZT', 2018),
  (9, 'ZN', NULL, 100000, 'T', 2018),
  (10, 'OR', NULL, NULL, 'OZT', 2018),
  (11, 'OR', NULL, 131818.061, 'OZT', 2018);

INSERT INTO capacites_exploitations (num_cap, num_exploit) VALUES
  (1, 'BFA001'),
  (2, 'BFA002'),
  (3, 'BFA003'),
  (4, 'BFA004'),
  (5, 'BFA005'),
  (6, 'BFA006'),
  (7, 'BFA007'),
  (8, 'BFA007'),
  (9, 'BFA007'),
  (10, 'BFA008'),
  (11, 'BFA009'),
  (1, 'BFA010');

INSERT INTO extractions (num_extraction, code_subst, annee, onces, est_estimee, bulletin, num_source, situation_au, date_maj) VALUES
  (1, 'OR', 2021, 2154100.020, 'N', 'MCS2023', 3, '31/12/2021', '23/11/2026'),
  (2, 'OR', 2022, 2250552.260, 'O', 'MCS2023', 3, '31/12/2022', '23/11/2026'),
  (3, 'OR', 2022, 1864743.301, 'N', 'MCS2024', 4, '31/12/2022', '23/11/2026'),
  (4, 'OR', 2023, 1929044.794, 'O', 'MCS2024', 4, '31/12/2023', '23/11/2026');

INSERT INTO journal (num_operation, registre, cle, operation, date_operation) VALUES
  (1, 'SOC', '1', 'C', '23/11/2026'),
  (2, 'SOC', '2', 'C', '23/11/2026'),
  (3, 'SOC', '3', 'C', '23/11/2026'),
  (4, 'SOC', '4', 'C', '23/11/2026'),
  (5, 'SOC', '5', 'C', '23/11/2026'),
  (6, 'SOC', '6', 'C', '23/11/2026'),
  (7, 'SOC', '7', 'C', '23/11/2026'),
  (8, 'SOC', '8', 'C', '23/11/2026'),
  (9, 'SOC', '9', 'C', '23/11/2026'),
  (10, 'SOC', '10', 'C', '23/11/2026'),
  (11, 'SOC', '11', 'C', '23/11/2026'),
  (12, 'SOC', '12', 'C', '23/11/2026'),
  (13, 'SOC', '13', 'C', '23/11/2026'),
  (14, 'SOC', '14', 'C', '23/11/2026'),
  (15, 'SOC', '15', 'C', '23/11/2026'),
  (16, 'SOC', '16', 'C', '23/11/2026'),
  (17, 'SOC', '17', 'C', '23/11/2026'),
  (18, 'EXP', 'BFA001', 'C', '23/11/2026'),
  (19, 'EXP', 'BFA002', 'C', '23/11/2026'),
  (20, 'EXP', 'BFA003', 'C', '23/11/2026'),
  (21, 'EXP', 'BFA004', 'C', '23/11/2026'),
  (22, 'EXP', 'BFA005', 'C', '23/11/2026'),
  (23, 'EXP', 'BFA006', 'C', '23/11/2026'),
  (24, 'EXP', 'BFA007', 'C', '23/11/2026'),
  (25, 'EXP', 'BFA008', 'C', '23/11/2026'),
  (26, 'EXP', 'BFA009', 'C', '23/11/2026'),
  (27, 'EXP', 'BFA010', 'C', '23/11/2026'),
  (28, 'EXT', '1', 'C', '23/11/2026'),
  (29, 'EXT', '2', 'C', '23/11/2026'),
  (30, 'EXT', '3', 'C', '23/11/2026'),
  (31, 'EXT', '4', 'C', '23/11/2026');
