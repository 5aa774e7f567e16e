import { RETRIEVED_AT, type SourceNotice } from '../record.ts';

export const NOTICE: SourceNotice = {
  source:
    'USGS, Compilation of Geospatial Data (GIS) for the Mineral Industries and Related Infrastructure of Africa',
  publisher: 'U.S. Geological Survey',
  citation:
    'Padilla, A.J., and others, 2021, Compilation of Geospatial Data (GIS) for the Mineral Industries and Related Infrastructure of Africa: U.S. Geological Survey data release, https://doi.org/10.5066/P97EQWXP.',
  url: 'https://doi.org/10.5066/P97EQWXP',
  licence: 'US-PD',
  attribution:
    'U.S. Geological Survey, Padilla and others (2021). Public domain in the United States.',
  retrievedAt: RETRIEVED_AT,
};
