/**
 * Megabytes of one half of V8's young generation in the gateway's process; Node's own 16 are for programs that make little. An answer of 88 kB
 * leaves several times as much behind, so that at 50 answers under way much would be taken for old and cleared away the dear way:
 * bench/README.md (four-subgraph) tells what a request costs with either. The scripts of package.json that start a gateway say the same number.
 *
 * @public
 */
export const YOUNG_GENERATION_MB = 64;
