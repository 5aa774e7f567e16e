/** Ids of continental bodies, and of the forum in Riyadh at which AMSG meets, are AMSG's records: the prefix is the member that keeps them. */
export const memberId = (id: string): string =>
  id.replace(/^XA:/, 'AMSG:').replace(/^SA:event:/, 'AMSG:event:');
