import { PAGE } from '../../schema/index.ts';

/** Every limit of the gateway, with its unit. Whoever keeps one takes it from here. */
export const LIMITS = {
  /** Of a page, as the contract has it. */
  pageRowsMin: PAGE.least,
  pageRowsMax: PAGE.most,
  /** Of a request; a question with its variables is a few kilobytes. */
  requestBodyBytesMax: 1_048_576,
  /** Of a question's text alone. */
  documentBytesMax: 65_536,
  /** Of questions that are kept as they were read, by Apollo's reckoning; in memory they take some times as much. */
  documentsKeptBytesMax: 4_194_304,
  /** Words and signs of it. */
  documentTokensMax: 10_000,
  /** Fields and fragments within one another; the explorer's own question about the schema has 18. */
  documentDepthMax: 32,
  /** Of a question, those of a fragment wherever it is spread. Planning takes about 0.3 ms of CPU for each. */
  documentFieldsMax: 600,
  /** Fields of the question itself, those of its fragments too. */
  rootFieldsMax: 50,
  /** Fields with a name of the client's own. */
  aliasesMax: 150,
  /** As written, in the whole document. */
  directivesMax: 150,
  /** Values of one list, in the question or in its variables. */
  listItemsMax: 500,
  /** Lists and objects within one another, in an argument or a variable. */
  valueDepthMax: 12,
  /** Lists of the schema's types and fields within one another: `types { fields }` are two. */
  introspectionListsMax: 2,
  /** Fields `__schema` and `__type` of one question. */
  introspectionsMax: 5,
  /** Of a question, in values of records that members may send for it; docs/cost.md says how it is counted. */
  costMax: 1_000_000,
  /** Of a question, in milliseconds of processor time that the gateway is reckoned to spend on planning and joining it; docs/cost.md says how. */
  workMsMax: 100,
  /** Of one client address, to /graphql: one each tenth of a second. */
  requestsPerMinuteMax: 600,
  /** Of one client address, to the registry: an agency that tries its extension sends a few. */
  registryRequestsPerMinuteMax: 60,
  /** Of what is published: an extension of 64 KiB, as JSON writes it at worst. */
  registryBodyBytesMax: 262_144,
  /** Of an audit at a publication, and of one answer in it. */
  auditMsMax: 60_000,
  auditWaitMsMax: 15_000,
  /** Tries to write a publication while others keep being first. */
  publicationTriesMax: 100,
  /** What the registry remembers of tries to publish and to see to tokens: for 90 days, and so many of the newest. */
  attemptMsMax: 7_776_000_000,
  attemptEntriesMax: 10_000,
  /** Publications of one member that its history tells, the newest. */
  historyPublicationsMax: 200,
  /** Questions that the registry remembers without their values, and for how long after somebody last asked. */
  knownOperationsMax: 2_000,
  knownOperationMsMax: 2_592_000_000,
  /** Client addresses counted at a time; who has not asked for longest is forgotten first. */
  rateAddressesMax: 10_000,
  /** Requests to members that one question makes; a list over the continent is 55. Asking a member for more rows of a page counts as one with asking it first. */
  memberRequestsMax: 600,
  /** How long after a question others that ask the same still join it. What they are given was read after that. */
  sharedQuestionMsMax: 50,
  /** Work that begins in one round of the loop, before sockets and clocks are looked at again. */
  turnMsMax: 2,
  /** Plans that the planner compares for one question: beyond, it drops options unseen. The most of 600 random questions was 64. */
  evaluatedPlansMax: 100,
  /** Ways to reach one field that the planner keeps open: beyond, the question is refused. The most of 600 random questions was 10. */
  followedPathsMax: 50,
  /** Of one answer, before it is compressed; a page of 500 records with all their fields is about one. */
  answerBytesMax: 8_388_608,
  /** Mistakes told of one question; the first tells most. */
  mistakesMax: 10,
  /** For a request to arrive whole; who sends slower holds no socket. */
  requestMsMax: 30_000,
  /** Of a question: below the first nobody far away can answer, above the second nobody waits. */
  deadlineMsMin: 100,
  deadlineMsMax: 60_000,
  /** Of a page as one member would give it whole, by estimate: one round of the network carries as much. Of a longer one it is asked for a fraction first. */
  wholePageBytesMax: 14_000,
  /** To one member, at a time, each with one question. */
  memberConnectionsMax: 64,
  /** Questions that wait for one of them. */
  memberWaitingAsksMax: 1_024,
  /** Of one answer of a member; what is longer is not read. */
  memberAnswerBytesMax: 16_777_216,
  memberHeaderBytesMax: 16_384,
  /** Lists and objects of its answer within one another; a question may have 32 fields so, each with a list. */
  memberAnswerDepthMax: 80,
  /** Silences of a member in a row before it is spared, from the least to the most that follows. */
  breakerFailuresMax: 5,
  breakerOpenMsMin: 1_000,
  /** Below the half minute in which every member is asked of itself, so that this finds who is back. */
  breakerOpenMsMax: 20_000,
  /** As long may a member wish not to be asked. */
  retryAfterMsMax: 60_000,
  /** What AMSG's vocabularies said before, given while it is silent: records and fields, with their characters, and for how long. */
  vocabularyEntriesMax: 20_000,
  vocabularyCharactersMax: 8_388_608,
  vocabularyAgeMsMax: 86_400_000,
  /** For what began on a generation to end on it, once the next one serves: twice the time that a question has unless told. */
  generationDrainMsMax: 10_000,
  /** Made for a generation before it serves, those of the busiest questions. */
  warmedPlansMax: 50,
  /** For making them; what is not made by then is made when it is asked. */
  planWarmingMsMax: 500,
  /** Questions that are counted, to know the busiest. */
  busyQuestionEntriesMax: 500,
  /** Of one of them with its variables; a longer one is not counted. */
  busyQuestionCharactersMax: 8_192,
  /** To finish what has begun, so that everything has stopped within two seconds. Then no member is waited for any more. */
  drainMsMax: 1_200,
  /** To write the answers that are left, each with what it has; a busy machine needs a while. */
  drainAnswersMsMax: 5_000,
} as const satisfies Readonly<Record<string, number>>;
