-- What this register does not keep: tables of the contract without a row.

CREATE VIEW deposit AS SELECT
  NULL AS id, NULL AS home, NULL AS revision, NULL AS updatedAt, NULL AS provenance, NULL AS governance,
  NULL AS updatedInstant, NULL AS updatedAtRank, NULL AS name, NULL AS type, NULL AS countryCode, NULL AS adm1,
  NULL AS locationLat, NULL AS locationLon, NULL AS locationPrecision, NULL AS commodityCodes, NULL AS depositType,
  NULL AS published, NULL AS nameRank, NULL AS nameKey, NULL AS countryCodeRank, NULL AS typeRank
FROM DUAL WHERE FALSE;

CREATE VIEW resource_estimate AS SELECT
  NULL AS id, NULL AS home, NULL AS revision, NULL AS updatedAt, NULL AS provenance, NULL AS governance,
  NULL AS updatedInstant, NULL AS updatedAtRank, NULL AS countryCode, NULL AS level, NULL AS commodityCode,
  NULL AS depositId, NULL AS unfcCode, NULL AS unfcClass, NULL AS unfcBridgedFrom, NULL AS crirsco,
  NULL AS reportingCode, NULL AS tonnage, NULL AS grade, NULL AS containedValue, NULL AS containedUnit,
  NULL AS containedBasis, NULL AS containedFlag, NULL AS containedRank, NULL AS containedBasisKey,
  NULL AS containedDimensionKey, NULL AS containedNumberKey, NULL AS effectiveDate, NULL AS edition,
  NULL AS competentPerson, NULL AS published, NULL AS crirscoJoined, NULL AS figure, NULL AS superseded,
  NULL AS countryCodeRank, NULL AS commodityCodeRank, NULL AS effectiveDateRank
FROM DUAL WHERE FALSE;

CREATE VIEW policy AS SELECT
  NULL AS id, NULL AS home, NULL AS revision, NULL AS updatedAt, NULL AS provenance, NULL AS governance,
  NULL AS updatedInstant, NULL AS updatedAtRank, NULL AS title, NULL AS type, NULL AS status,
  NULL AS jurisdictionCode, NULL AS officialNumber, NULL AS adopted, NULL AS inForceFrom, NULL AS inForceTo,
  NULL AS checkedAt, NULL AS commodityCodes, NULL AS hsCodes, NULL AS stages, NULL AS rates, NULL AS abstract,
  NULL AS partyIds, NULL AS documents, NULL AS repealedById, NULL AS titleRank, NULL AS titleKey,
  NULL AS jurisdictionCodeRank, NULL AS typeRank, NULL AS inForceFromRank
FROM DUAL WHERE FALSE;

CREATE VIEW event AS SELECT
  NULL AS id, NULL AS home, NULL AS revision, NULL AS updatedAt, NULL AS provenance, NULL AS governance,
  NULL AS updatedInstant, NULL AS updatedAtRank, NULL AS name, NULL AS startDate, NULL AS endDate, NULL AS city,
  NULL AS countryCode, NULL AS venue, NULL AS status, NULL AS organizerIds, NULL AS outcomeIds, NULL AS url,
  NULL AS documents, NULL AS nameRank, NULL AS nameKey, NULL AS countryCodeRank, NULL AS startDateRank
FROM DUAL WHERE FALSE;

CREATE VIEW record_revision AS SELECT
  NULL AS recordId, NULL AS revision, NULL AS type, NULL AS body
FROM DUAL WHERE FALSE;

CREATE VIEW record_tombstone AS SELECT
  NULL AS recordId, NULL AS type, NULL AS revision, NULL AS at
FROM DUAL WHERE FALSE;

CREATE VIEW deposit_commodity AS SELECT NULL AS recordId, NULL AS commodityCode FROM DUAL WHERE FALSE;
CREATE VIEW resource_estimate_crirsco AS SELECT NULL AS recordId, NULL AS category FROM DUAL WHERE FALSE;
CREATE VIEW policy_commodity AS SELECT NULL AS recordId, NULL AS commodityCode FROM DUAL WHERE FALSE;
