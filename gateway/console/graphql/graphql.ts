// Over 300 lines: `npm run generate` writes it, from the public schema and the console's *.graphql files.
/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A change of an engagement: fields that are left out stay as they are, null clears a field. */
export type AmendEngagementInput = {
  /** The MEP center; your own where left out. */
  centerId?: string | null | undefined;
  /** The institute, where one delivered it. */
  instituteId?: string | null | undefined;
  /** Title, up to 200 characters. */
  title?: string | null | undefined;
  /** When it started: 2018, 2018-03 or 2018-03-07. Not in the future. */
  startedOn?: string | null | undefined;
  /** When it ended; not before it started. */
  endedOn?: string | null | undefined;
  /** FACILITY_ACCESS: a facility of the institute. */
  facilityId?: string | null | undefined;
  /** FACILITY_ACCESS: hours of use, 0 or more. */
  hours?: number | null | undefined;
  /** FACILITY_ACCESS: whether a fee was paid; needed where the membership does not include it. */
  feePaid?: boolean | null | undefined;
  /** TRAINING: a course of the institute. */
  courseId?: string | null | undefined;
  /** TRAINING: people trained, 1 or more. */
  peopleTrained?: number | null | undefined;
  /** TRAINING: the credential they earned. */
  credential?: string | null | undefined;
  /** TECH_TRANSFER: a technology of the institute. */
  technologyId?: string | null | undefined;
  /** TECH_TRANSFER: the agreement. */
  instrument?: TransferInstrument | null | undefined;
  /** TECH_TRANSFER: MRL before, 1 to 10. */
  mrlFrom?: number | null | undefined;
  /** TECH_TRANSFER: MRL after, not below mrlFrom. */
  mrlTo?: number | null | undefined;
  /** Subject of the help: LEAN, QUALITY, CYBERSECURITY, GROWTH, SUPPLY_CHAIN … */
  practice?: string | null | undefined;
  /** Whether it is logged after its center reported the quarter; needs a reason. The center's manager approves it as an amendment of that quarter. */
  late?: boolean | null | undefined;
  /** Why; required for late engagements, and for changes of an approved engagement. */
  reason?: string | null | undefined;
  /** Note, up to 4,000 characters. */
  note?: string | null | undefined;
  /** The engagement. */
  id: string;
  /** The revision that you saw. */
  revision: number;
  /** An idempotency key that the client chooses; see logEngagement. */
  clientMutationId?: string | null | undefined;
  /** The manufacturer that was served. */
  smeId?: string | null | undefined;
  /** What kind of service it was. */
  kind?: ServiceKind | null | undefined;
};

/** What an award covers, derived from the words of its source. */
export type AwardCoverage =
  /** The year of the award. */
  | 'ONE_YEAR'
  /** The amount comes in each of five years, from that year on. */
  | 'EACH_OF_FIVE_YEARS'
  /** Several years in total. */
  | 'SEVERAL_YEARS'
  /** Something else, or the source does not say. */
  | 'NOT_COMPARABLE';

/** Whether the figures of a total, or of a cell of statistics, are published. */
export type CellStatus =
  /** The figures are shown. Totals over PUBLIC records always are. */
  | 'PUBLISHED'
  /** The figures are withheld to protect confidential manufacturers. */
  | 'SUPPRESSED'
  /** There are no records; the figures are zero. In statistics only. */
  | 'EMPTY';

/** Through what a record was changed. */
export type ChangeOrigin =
  /** By a person, in the console or with another client of this API. */
  | 'DIRECT'
  /** By an import; see `batchId`. */
  | 'IMPORT'
  /** Because an import was undone; see `batchId`. */
  | 'IMPORT_UNDONE'
  /** By merging manufacturers, or by undoing that. */
  | 'MERGE'
  /** By the report of its center's quarter. */
  | 'QUARTER_REPORT'
  /** With the data that the hub started with. */
  | 'SEED';

/** How much something that a check found matters. */
export type CheckSeverity =
  /** The subgraph is refused until it is fixed. */
  | 'ERROR'
  /** Worth fixing; the subgraph is accepted. */
  | 'WARNING'
  /** Worth knowing. */
  | 'INFO';

/** Whose money a commitment is. */
export type CommitmentKind =
  /** Money of the federal government. */
  | 'FEDERAL'
  /** Money of states, members and others: the match. */
  | 'NON_FEDERAL'
  /** Both together, where a source does not split them. */
  | 'TOTAL';

/** With which reports a figure is compared: always of the same metric and currency, without those that are outliers, disputed or withdrawn. */
export type ComparisonBasis =
  /** All of them. */
  | 'METRIC'
  /** Those about services of the same kind only. */
  | 'KIND'
  /** Those of clients with about as many employees. */
  | 'SIZE_CLASS'
  /** Those of the same client for earlier windows. */
  | 'OWN_EARLIER';

/** Corrected figures of an outcome that was reported. */
export type CorrectOutcomeInput = {
  /** The outcome. */
  id: string;
  /** The revision that you saw. */
  revision: number;
  /** All its figures as they should be; one that is left out is taken back. */
  claims: Array<OutcomeClaimInput>;
  /** Why. */
  reason: string;
  /** An idempotency key that the client chooses; see logEngagement. */
  clientMutationId?: string | null | undefined;
};

/** Order of day and month in a file's dates. */
export type DateOrder =
  /** Month first: 3/4/2024 is March 4. */
  | 'MDY'
  /** Day first: 3/4/2024 is April 3. */
  | 'DMY';

/** Which pairs are listed. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null is the same as leaving a condition out. */
export type DuplicatePairWhere = {
  /** Pairs of which one is among these. */
  smeIds?: Array<string> | null | undefined;
  /** Pairs of which one is in one of these states, ISO 3166-2, for example US-GA. */
  states?: Array<string> | null | undefined;
  /** true: only pairs that were marked distinct, however alike. false: only others. Without it: others. */
  distinct?: boolean | null | undefined;
};

/** How a center and an institute are linked. */
export type EmbeddingKind =
  /** The center has staff at the institute, under the NIST embedding pilot. */
  | 'EMBEDDED_STAFF'
  /** They share a building. */
  | 'CO_LOCATION'
  /** They run a project together. */
  | 'JOINT_PROJECT'
  /** A partnership was planned. */
  | 'PLANNED_PARTNERSHIP'
  /** The institute was named in the third round of the pilot; the center chosen is not known. */
  | 'ROUND_THREE_TARGET';

/** Status of the record of an engagement. */
export type EngagementStatus =
  /** Being written by field staff. */
  | 'DRAFT'
  /** Waiting for the center's manager. */
  | 'SUBMITTED'
  /** Sent back with a reason. */
  | 'RETURNED'
  /** Approved by the center. */
  | 'APPROVED'
  /** Reported; its quarter is locked. */
  | 'REPORTED'
  /** Changed or added after its quarter was reported. */
  | 'AMENDED'
  /** Void, with a reason. */
  | 'VOIDED';

/** Which engagements are listed. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null is the same as leaving a condition out. */
export type EngagementWhere = {
  /** Kinds of service. */
  kinds?: Array<ServiceKind> | null | undefined;
  /** Manufacturers. */
  smeIds?: Array<string> | null | undefined;
  /** MEP centers. */
  centerIds?: Array<string> | null | undefined;
  /** Institutes. */
  instituteIds?: Array<string> | null | undefined;
  /** Facilities. */
  facilityIds?: Array<string> | null | undefined;
  /** Courses. */
  courseIds?: Array<string> | null | undefined;
  /** Technologies. */
  technologyIds?: Array<string> | null | undefined;
  /** States of the manufacturer, ISO 3166-2, for example US-GA. */
  smeStates?: Array<string> | null | undefined;
  /** Beginning of the manufacturer's NAICS code: two to six digits, or 31-33. */
  naicsPrefix?: string | null | undefined;
  /** NAICS sectors of the manufacturer as totals show them, for example 31-33 or 54. */
  naicsSectors?: Array<string> | null | undefined;
  /** true: manufacturers known to have fewer than 500 employees. false: those known to have more. One whose size is not known matches neither. */
  isSmall?: boolean | null | undefined;
  /** Started on or after this date (2018, 2018-03 or 2018-03-07). A record dated only 2018 matches only if all of 2018 does. */
  from?: string | null | undefined;
  /** Started on or before this date (2018, 2018-03 or 2018-03-07). A record dated only 2018 matches only if all of 2018 does. */
  to?: string | null | undefined;
  /** US federal years; a record whose date is too coarse to tell matches none. */
  fiscalYears?: Array<number> | null | undefined;
  /** Calendar years; a record dated only 2018 is of 2018, an undated one of none. */
  calendarYears?: Array<number> | null | undefined;
  /** true: only those that have a date. false: only undated ones. */
  hasDate?: boolean | null | undefined;
  /** true: only those whose date is too coarse to tell the US federal year, or that have none. false: all others. */
  withoutFiscalYear?: boolean | null | undefined;
  /** true: only those whose manufacturer's state is not known. false: all others. */
  withoutState?: boolean | null | undefined;
  /** true: only those whose manufacturer's NAICS code is not known. false: all others. */
  withoutNaics?: boolean | null | undefined;
  /** true: only those delivered without a center. false: all others. */
  withoutCenter?: boolean | null | undefined;
  /** true: only those delivered without an institute. false: all others. */
  withoutInstitute?: boolean | null | undefined;
  /** true: only those delivered by a center and an institute while the center had staff embedded at that institute. false: all others. */
  embedded?: boolean | null | undefined;
  /** Conditions on the institute. */
  institute?: TraceInstituteWhere | null | undefined;
  /** Conditions on the center. */
  center?: TraceCenterWhere | null | undefined;
  /** Practices, for example LEAN. */
  practices?: Array<string> | null | undefined;
  /** Statuses, for example SUBMITTED for those that wait for a manager. */
  statuses?: Array<EngagementStatus> | null | undefined;
  /** Who logged them, as their access tokens name them (`history { by }`). For a center's staff and the program office; matches their own records only. */
  loggedBy?: Array<string> | null | undefined;
  /** Last submitted before this date or time: 2018-03-07 (midnight UTC) or 2018-03-07T08:30:00-05:00. With the status SUBMITTED: those that wait since then. For a center's staff and the program office; matches their own records only. */
  submittedBefore?: string | null | undefined;
  /** Whether they were logged after their quarter had been reported. */
  late?: boolean | null | undefined;
  /** Imports that created or changed them. For a center's staff and the program office; matches their own records only. */
  batchIds?: Array<string> | null | undefined;
  /** Words in the title, note, practice or manufacturer's name, in any language, order and case, all of which must be found. */
  search?: string | null | undefined;
  /** Created or changed since this date or time, as far as you may see changes: 2018-03-07 (from midnight UTC) or 2018-03-07T08:30:00-05:00. */
  updatedSince?: string | null | undefined;
};

/** How far a membership gives a right to something. */
export type EntitlementLevel =
  /** Included in the dues. */
  | 'INCLUDED'
  /** Available for a fee. */
  | 'FEE'
  /** Not available in this tier, or without a membership. */
  | 'NONE';

/** What kind of answer a figure is. Only KNOWN and NONE have a value; all others say in words why there is none. */
export type FigureAnswer =
  /** A value other than zero. */
  | 'KNOWN'
  /** Zero: there are records, and they have none of it. */
  | 'NONE'
  /** No record of this year that you may see. That is not zero. */
  | 'NO_RECORDS'
  /** Records exist that may be of this year, but their dates are too coarse to tell: 2018 lies in two US federal years. */
  | 'DATED_TOO_COARSELY'
  /** Records or sources of the year do not give it. */
  | 'NOT_KNOWN'
  /** The records are only a part of all, so they are not compared with money for all. */
  | 'PART_OF_WHOLE';

/** A quarter of the US federal year. */
export type FiscalQuarterInput = {
  /** US federal year: it starts in October of the year before. */
  fiscalYear: number;
  /** 1 (October to December) to 4. */
  quarter: number;
};

/** What an owner allows a partner beyond fields of its own by an entity's key. */
export type GrantKind =
  /** To be sent the value of a field (@requires). */
  | 'REQUIRES_FIELD'
  /** A root field outside its own namespace. */
  | 'ROOT_FIELD'
  /** To answer a field in its owner's place (@override). */
  | 'OVERRIDE'
  /** To answer a field, or define a type, beside its owner. */
  | 'SHAREABLE'
  /** Another key of a type that is not its own. */
  | 'KEY'
  /** Fields for all types of an interface that is not its own. */
  | 'INTERFACE_OBJECT'
  /** An enum that is not its own, with the same values, in its keys, arguments and fields. */
  | 'USE_ENUM';

/** What is to be allowed to a partner. */
export type GrantPartnerInput = {
  /** The partner. */
  partnerId: string;
  /** What is allowed. */
  kind: GrantKind;
  /** Type it is about, for example Sme; Query or Mutation for a root field. */
  type: string;
  /** Field it is about; left out for the type as a whole. */
  field?: string | null | undefined;
  /** What it is used for, in a sentence. */
  purpose: string;
  /** Who uses it, for example the college's advisers. */
  consumer: string;
  /** When it ends, ISO 8601; left out for no end. */
  expiresAt?: string | null | undefined;
};

/** Kind of organization that hosts a center, derived from its name. */
export type HostKind =
  /** A university or a unit or foundation of one. */
  | 'UNIVERSITY'
  /** A college or a system of community colleges. */
  | 'COLLEGE_SYSTEM'
  /** A department, commission or authority of a state. */
  | 'STATE_AGENCY';

/** An identifier of a manufacturer. */
export type IdentifierInput = {
  /** The organization that issued it. */
  scheme: IdentifierScheme;
  /** The identifier, in upper or lower case. */
  value: string;
};

/** The organization that issues an identifier. */
export type IdentifierScheme =
  /** Unique Entity ID of SAM.gov: 12 characters, the last one a checksum. */
  | 'UEI'
  /** Commercial and Government Entity code: 5 characters. */
  | 'CAGE';

/** State of an import. */
export type ImportBatchState =
  /** Imported. */
  | 'TAKEN'
  /** Everything it created and changed was undone. */
  | 'UNDONE'
  /** It was undone, except for what had been changed, approved or reported since. */
  | 'PARTLY_UNDONE';

/** How well the name of a file's column is known. */
export type ImportColumnMatch =
  /** It is the column's name or an unambiguous synonym. */
  | 'KNOWN'
  /** It resembles one of these; look at the values before you trust it. */
  | 'SIMILAR'
  /** It is known and not read, such as `reason`. */
  | 'IGNORED'
  /** It resembles none, or what it resembles is taken: map it or skip it. */
  | 'UNKNOWN';

/** Some rows of an import, up to 500. */
export type ImportEngagementsInput = {
  /** The batch that the rows belong to; a new one where left out. */
  batchId?: string | null | undefined;
  /** Checks everything and changes nothing. */
  dryRun?: boolean | null | undefined;
  /** Name of the file, up to 200 characters, shown with its batch. */
  fileName?: string | null | undefined;
  /** Order of dates such as 3/4/2024; without it, ambiguous dates are refused. */
  dates?: DateOrder | null | undefined;
  /** Names of the columns: those of `importColumns` or unambiguous synonyms such as company, state, visit date. */
  columns: Array<string>;
  /** The rows. */
  rows: Array<ImportRowInput>;
  /** Further rows of the file that could not be read, up to 500; the batch counts them as failed. */
  unreadable?: number | null | undefined;
  /** Number of this part of the batch, from 1; needs `batchId`, which may be one that you made: bat_ and 32 hexadecimal digits. A part that is sent again gets its first answer, and nothing is changed or counted twice. Rows that fail are kept for 30 days (`importFailedRows`); a row that is sent again in a later part replaces what was kept of it. */
  part?: number | null | undefined;
};

/** What an import would do with a manufacturer named in its rows. */
export type ImportMatch =
  /** It is known; the rows count for it. */
  | 'MATCHES'
  /** It is not known and would be created; nothing looks like it. */
  | 'NEW'
  /** It would be created, although others look like it. */
  | 'LIKELY_TWIN';

/** What an import did with a row, or in a dry run would do. */
export type ImportOutcome =
  /** It created an engagement. */
  | 'CREATED'
  /** It changed one. */
  | 'UPDATED'
  /** It changed nothing. */
  | 'UNCHANGED'
  /** It was not imported; `failures` say why. */
  | 'FAILED';

/** One row of an import. */
export type ImportRowInput = {
  /** Line of the file on which the row starts. */
  line: number;
  /** Its cells, in the order of the columns. */
  cells: Array<string>;
  /** Why the row could not be read from the file, if so, up to 1,000 characters; it is not imported and fails with this reason. */
  fault?: string | null | undefined;
};

/** The time frame, or the set of rules, of an indicator. */
export type IndicatorGroup =
  /** Seen within a year or two: members, activities, outputs. */
  | 'SHORT_TERM'
  /** Seen after some years: products, licences, growth. */
  | 'MID_TERM'
  /** Seen after many years: return, diffusion, effect on industry. */
  | 'LONG_TERM'
  /** A dimension of the evaluation of China's centers. */
  | 'CHINA_DIMENSION'
  /** A quantifiable indicator of China's evaluation. */
  | 'CHINA_QUANTIFIABLE';

/** Where the value of an indicator comes from. */
export type IndicatorStatus =
  /** Computed from the hub's own records by `formula`. */
  | 'COMPUTED'
  /** Published by a source; see `observation`. */
  | 'OBSERVED'
  /** Neither; `reason` says why. */
  | 'NOT_AVAILABLE';

/** Which institutes are listed. All given conditions must match; a list matches if one of its values does. */
export type InstituteWhere = {
  /** Institutes by id. */
  ids?: Array<string> | null | undefined;
  /** Sponsoring agencies: DOD, DOE, DOC. */
  sponsors?: Array<string> | null | undefined;
  /** Networks the institute belongs to. */
  networkIds?: Array<string> | null | undefined;
  /** Part of the technology area, in any case. */
  technologyArea?: string | null | undefined;
  /** States of the headquarters, ISO 3166-2. */
  states?: Array<string> | null | undefined;
};

/** A figure by which a program is evaluated. */
export type KeyFigureName =
  /** Distinct manufacturers with at least one engagement in the year. */
  | 'SMES_SERVED'
  /** Sum of new sales, USD. */
  | 'NEW_SALES'
  /** Sum of retained sales, USD. */
  | 'RETAINED_SALES'
  /** New and retained sales together, USD. */
  | 'SALES'
  /** Jobs created. */
  | 'JOBS_CREATED'
  /** Jobs retained. */
  | 'JOBS_RETAINED'
  /** Costs saved, USD. */
  | 'COST_SAVINGS'
  /** Investment by clients, USD. */
  | 'INVESTMENT'
  /** Manufacturers with at least one technology transfer ÷ manufacturers served. */
  | 'TECH_TRANSFER_YIELD'
  /** Median gain in manufacturing readiness levels over transfers that give both. */
  | 'MEDIAN_MRL_GAIN'
  /** Manufacturers served in the year both by an MEP center and by an institute ÷ manufacturers served. */
  | 'CROSS_PROGRAM_REACH'
  /** SMEs among the industry members ÷ industry members. */
  | 'SME_SHARE'
  /** Non-federal ÷ federal money of the same period. */
  | 'MATCH_RATIO'
  /** New sales ÷ federal money of the year. Do not add it to INVESTMENT_PER_FEDERAL_DOLLAR. */
  | 'NEW_SALES_PER_FEDERAL_DOLLAR'
  /** Investment by clients ÷ federal money of the year. */
  | 'INVESTMENT_PER_FEDERAL_DOLLAR'
  /** Federal money ÷ jobs created and retained. */
  | 'FEDERAL_DOLLARS_PER_JOB';

/** Kind of organization that leads an institute, derived from its name. */
export type LeadKind =
  /** A university, or the research foundation of one. */
  | 'UNIVERSITY_OR_FOUNDATION'
  /** A laboratory. */
  | 'LABORATORY'
  /** A center for manufacturing and machining. */
  | 'MANUFACTURING_CENTER'
  /** An alliance or consortium of organizations. */
  | 'ALLIANCE'
  /** A research institute, often the institute's own body. */
  | 'RESEARCH_INSTITUTE'
  /** A society of a profession. */
  | 'PROFESSIONAL_SOCIETY';

/** A new engagement, kept as a draft. */
export type LogEngagementInput = {
  /** The MEP center; your own where left out. */
  centerId?: string | null | undefined;
  /** The institute, where one delivered it. */
  instituteId?: string | null | undefined;
  /** Title, up to 200 characters. */
  title?: string | null | undefined;
  /** When it started: 2018, 2018-03 or 2018-03-07. Not in the future. */
  startedOn?: string | null | undefined;
  /** When it ended; not before it started. */
  endedOn?: string | null | undefined;
  /** FACILITY_ACCESS: a facility of the institute. */
  facilityId?: string | null | undefined;
  /** FACILITY_ACCESS: hours of use, 0 or more. */
  hours?: number | null | undefined;
  /** FACILITY_ACCESS: whether a fee was paid; needed where the membership does not include it. */
  feePaid?: boolean | null | undefined;
  /** TRAINING: a course of the institute. */
  courseId?: string | null | undefined;
  /** TRAINING: people trained, 1 or more. */
  peopleTrained?: number | null | undefined;
  /** TRAINING: the credential they earned. */
  credential?: string | null | undefined;
  /** TECH_TRANSFER: a technology of the institute. */
  technologyId?: string | null | undefined;
  /** TECH_TRANSFER: the agreement. */
  instrument?: TransferInstrument | null | undefined;
  /** TECH_TRANSFER: MRL before, 1 to 10. */
  mrlFrom?: number | null | undefined;
  /** TECH_TRANSFER: MRL after, not below mrlFrom. */
  mrlTo?: number | null | undefined;
  /** Subject of the help: LEAN, QUALITY, CYBERSECURITY, GROWTH, SUPPLY_CHAIN … */
  practice?: string | null | undefined;
  /** Whether it is logged after its center reported the quarter; needs a reason. The center's manager approves it as an amendment of that quarter. */
  late?: boolean | null | undefined;
  /** Why; required for late engagements, and for changes of an approved engagement. */
  reason?: string | null | undefined;
  /** Note, up to 4,000 characters. */
  note?: string | null | undefined;
  /** An idempotency key that the client chooses. The same key with the same content returns the first answer again, so that a retry never logs twice. */
  clientMutationId: string;
  /** The manufacturer that was served. */
  smeId: string;
  /** What kind of service it was. */
  kind: ServiceKind;
};

/** Which memberships are listed. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null is the same as leaving a condition out. */
export type MembershipWhere = {
  /** Manufacturers that are members. */
  smeIds?: Array<string> | null | undefined;
  /** Institutes that they are members of. */
  instituteIds?: Array<string> | null | undefined;
  /** A day, 2018-03-07, on which they may have been in force: begun by then, or since an unknown day, and not ended before. */
  inForceOn?: string | null | undefined;
  /** Who may see them: CONFIDENTIAL for those that centers recorded. */
  visibilities?: Array<Visibility> | null | undefined;
};

/** Which centers are listed. All given conditions must match; a list matches if one of its values does. */
export type MepCenterWhere = {
  /** Centers by id. */
  ids?: Array<string> | null | undefined;
  /** States, ISO 3166-2, for example US-GA. */
  states?: Array<string> | null | undefined;
  /** Part of the name of the host organization, in any case. */
  hostOrganization?: string | null | undefined;
  /** Kinds of host. */
  hostKinds?: Array<HostKind> | null | undefined;
};

/** Which observations are listed. All given conditions must match; a list matches if one of its values does. Given both institutes and networks, either may match. */
export type ObservationWhere = {
  /** Of these institutes. */
  instituteIds?: Array<string> | null | undefined;
  /** Of these networks. */
  networkIds?: Array<string> | null | undefined;
  /** What was observed. */
  properties?: Array<string> | null | undefined;
  /** Fiscal years of annual figures. */
  fiscalYears?: Array<number> | null | undefined;
  /** Those with one of these doubts. */
  doubtIds?: Array<string> | null | undefined;
  /** true: only accepted ones. false: only the others. */
  accepted?: boolean | null | undefined;
  /** Words in the figure, its subject's names, its property or its document, in any language, all of which must be found; simplified and traditional Chinese match each other. */
  search?: string | null | undefined;
  /** Ids of documents, see `documents`, or hosts of web pages, as Source.document names them. */
  documents?: Array<string> | null | undefined;
  /** Fiscal years of annual figures, and years of the dates of others. */
  years?: Array<number> | null | undefined;
  /** true: only those that there is a doubt about, settled or open. false: the others. */
  inDoubt?: boolean | null | undefined;
};

/** One figure that a client reports. */
export type OutcomeClaimInput = {
  /** What it measures; each metric once an outcome. */
  metric: OutcomeMetric;
  /** The figure: whole units of `currency`, or a count. */
  value: number;
  /** ISO 4217 code; for money only. */
  currency?: string | null | undefined;
};

/** What a client reports to have changed. */
export type OutcomeMetric =
  /** Additional sales, money. */
  | 'NEW_SALES'
  /** Sales that would have been lost, money. */
  | 'RETAINED_SALES'
  /** Jobs created, count. */
  | 'JOBS_CREATED'
  /** Jobs that would have been lost, count. */
  | 'JOBS_RETAINED'
  /** Costs saved, money. */
  | 'COST_SAVINGS'
  /** Costs avoided, money. */
  | 'COST_AVOIDED'
  /** Money the client invested. */
  | 'INVESTMENT'
  /** Willingness to recommend, −100 to 100. */
  | 'NET_PROMOTER_SCORE';

/** Order of a list of outcomes. */
export type OutcomeOrder =
  /** The latest reported first. */
  | 'REPORTED_DESC'
  /** The earliest reported first. */
  | 'REPORTED_ASC'
  /** The largest figure first: of `where.metrics`, or, without these, in US dollars; outcomes without such a figure last. */
  | 'LARGEST_FIRST';

/** A report of outcomes as it would be sent; see reportOutcome. */
export type OutcomePreviewInput = {
  /** The client. */
  smeId: string;
  /** The center; your own where left out. */
  centerId?: string | null | undefined;
  /** Start of the window: 2018, 2018-03 or 2018-03-07. */
  windowStart: string;
  /** End of the window; not in the future. */
  windowEnd: string;
  /** The figures; without them, earlier reports of every metric are listed. */
  claims?: Array<OutcomeClaimInput> | null | undefined;
};

/** What the rules do with a report whose window overlaps an earlier one's. */
export type OverlapRuling =
  /** The same client, provider and metric: it would be counted twice, so the report is refused. Correct or withdraw the earlier one, or choose another window. */
  | 'REFUSED'
  /** The earlier one is about another provider: both count. Report only what came of this provider's services. */
  | 'BOTH_COUNT'
  /** The earlier one is disputed, so that only the new one counts. */
  | 'EARLIER_SET_ASIDE';

/** Whether a partner's subgraphs may be served. */
export type PartnerStatus =
  /** It publishes, and what it activated is served. */
  | 'ACTIVE'
  /** Nothing of it is served, and it may not change anything. */
  | 'SUSPENDED';

/** How far the preview of a release is. */
export type PreviewStatus =
  /** Being computed; ask again in a few seconds. */
  | 'COMPUTING'
  /** It can be published. */
  | 'READY'
  /** There can be no such release; `refusals` say why. */
  | 'REFUSED';

/** Which release to publish. */
export type PublishReleaseInput = {
  /** Id of the preview, from previewRelease. */
  preview: string;
  /** A note that everybody can read, of at most 1,000 characters. */
  note?: string | null | undefined;
};

/** A membership to be recorded, confidential to the center. */
export type RecordMembershipInput = {
  /** An idempotency key that the client chooses; see logEngagement. */
  clientMutationId: string;
  /** The manufacturer. */
  smeId: string;
  /** The institute. */
  instituteId: string;
  /** The tier; needed where the institute has tiers. */
  tierId?: string | null | undefined;
  /** Start: 2018, 2018-03 or 2018-03-07. */
  startsOn?: string | null | undefined;
  /** End, where it has ended. */
  endsOn?: string | null | undefined;
  /** Note, up to 1,000 characters. */
  note?: string | null | undefined;
};

/** A manufacturer to register. */
export type RegisterSmeInput = {
  /** An idempotency key that the client chooses. The same key with the same content returns the first answer again. */
  clientMutationId: string;
  /** Name, in any script, up to 200 characters. */
  name: string;
  /** City. */
  city?: string | null | undefined;
  /** State in ISO 3166-2, for example US-GA. */
  state?: string | null | undefined;
  /** NAICS industry code, two to six digits. */
  naics?: string | null | undefined;
  /** Employees. */
  employees?: number | null | undefined;
  /** Whether it belongs to a larger group. */
  largerGroup?: boolean | null | undefined;
  /** Identifiers, for example its UEI. */
  identifiers?: Array<IdentifierInput> | null | undefined;
  /** Registers it despite likely duplicates; set it after reviewing them. */
  createAnyway?: boolean | null | undefined;
};

/** What the figures of a release count. */
export type ReleaseBasis =
  /** Every approved record, public or confidential, of fiscal quarters that the whole network has closed. */
  | 'REPORTED_RECORDS'
  /** Only cases that somebody published, such as success stories. Not a measure of the network. */
  | 'PUBLISHED_CASES';

/** Outcomes of a center's or institute's services that a client reports for a period. */
export type ReportOutcomeInput = {
  /** An idempotency key that the client chooses; see logEngagement. */
  clientMutationId: string;
  /** The client. */
  smeId: string;
  /** The center; your own where left out. */
  centerId?: string | null | undefined;
  /** Start of the window: 2018, 2018-03 or 2018-03-07. */
  windowStart: string;
  /** End of the window; not in the future. */
  windowEnd: string;
  /** The engagements it covers: of this client and center. */
  covers: Array<string>;
  /** The figures. */
  claims: Array<OutcomeClaimInput>;
};

/** A record and the revision of it that you saw; where it needs a reason of its own, with that. */
export type SeenRecordInput = {
  /** The record. */
  id: string;
  /** The revision that you saw. */
  revision: number;
  /** Why, for this record; where left out, the reason for all of them counts. */
  reason?: string | null | undefined;
  /** Where it is returned: the field that the reason is about, as mutations name it, for example hours. */
  about?: string | null | undefined;
};

/** What kind of service a manufacturer received. */
export type ServiceKind =
  /** Use of a shared facility. */
  | 'FACILITY_ACCESS'
  /** Training of the manufacturer's people. */
  | 'TRAINING'
  /** A technology developed with, or transferred to, the manufacturer. */
  | 'TECH_TRANSFER'
  /** Advice or hands-on help; `practice` gives the subject. */
  | 'ASSISTANCE'
  /** Introduction to another provider. */
  | 'REFERRAL'
  /** Participation in an event. */
  | 'EVENT';

/** Which merges are listed. All given conditions must match; an empty list matches nothing. Null is the same as leaving a condition out. */
export type SmeMergeWhere = {
  /** Merges of which either manufacturer is one of these. */
  smeIds?: Array<string> | null | undefined;
};

/** Which manufacturers are listed. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null is the same as leaving a condition out. */
export type SmeWhere = {
  /** Manufacturers by id. */
  ids?: Array<string> | null | undefined;
  /** States, ISO 3166-2, for example US-GA. */
  states?: Array<string> | null | undefined;
  /** Beginning of the NAICS code: two to six digits, or 31-33. */
  naicsPrefix?: string | null | undefined;
  /** true: only small ones. false: only those that are not small. If unknown, neither matches. */
  isSmall?: boolean | null | undefined;
  /** Who registered them, as their access tokens name them (`history { by }`). For a center's staff and the program office; matches what their own center registered only. */
  registeredBy?: Array<string> | null | undefined;
  /** Registered or changed since this date or time, as far as you may see changes: 2018-03-07 (from midnight UTC) or 2018-03-07T08:30:00-05:00. */
  updatedSince?: string | null | undefined;
};

/** Which values of a dimension are wanted. */
export type StatisticsDimensionWhere = {
  /** Name of the dimension. */
  dimension: string;
  /** Codes of its values; an empty list matches nothing. */
  values: Array<string>;
};

/** Which cells are wanted. Dimensions that are left out match with all their values. */
export type StatisticsWhere = {
  /** Values by dimension, all of which must match. */
  dimensions?: Array<StatisticsDimensionWhere> | null | undefined;
};

/** Whether a subgraph's versions may be served. */
export type SubgraphStatus =
  /** Its active version is served, where it has one. */
  | 'SERVED'
  /** Nothing of it is served. */
  | 'SUSPENDED';

/** Conditions on the center. */
export type TraceCenterWhere = {
  /** States of the center, ISO 3166-2, for example US-GA. */
  states?: Array<string> | null | undefined;
  /** Part of the name of the host organization, in any case. */
  hostOrganization?: string | null | undefined;
  /** Kinds of host. */
  hostKinds?: Array<HostKind> | null | undefined;
};

/** What totals can be grouped by. */
export type TraceDimension =
  /** Kind of service. */
  | 'KIND'
  /** MEP center. */
  | 'CENTER'
  /** Institute. */
  | 'INSTITUTE'
  /** Manufacturer. */
  | 'SME'
  /** State of the manufacturer. */
  | 'SME_STATE'
  /** NAICS sector of the manufacturer, for example 31-33. */
  | 'NAICS_SECTOR'
  /** US federal year; null where the date is too coarse to tell. */
  | 'FISCAL_YEAR'
  /** Calendar year, known for every date; null if undated. */
  | 'CALENDAR_YEAR';

/** Conditions on the institute. */
export type TraceInstituteWhere = {
  /** Sponsoring agencies, for example DOE. */
  sponsors?: Array<string> | null | undefined;
  /** Networks the institute belongs to, for example manufacturing-usa. */
  networkIds?: Array<string> | null | undefined;
  /** Part of the technology area, in any case. */
  technologyArea?: string | null | undefined;
};

/** Which engagements count. All given conditions must match; a list matches if one of its values does, an empty list matches nothing. Null, or a part without conditions (`center: {}`), is the same as leaving it out. */
export type TraceWhere = {
  /** Kinds of service. */
  kinds?: Array<ServiceKind> | null | undefined;
  /** Manufacturers. */
  smeIds?: Array<string> | null | undefined;
  /** MEP centers. */
  centerIds?: Array<string> | null | undefined;
  /** Institutes. */
  instituteIds?: Array<string> | null | undefined;
  /** Facilities. */
  facilityIds?: Array<string> | null | undefined;
  /** Courses. */
  courseIds?: Array<string> | null | undefined;
  /** Technologies. */
  technologyIds?: Array<string> | null | undefined;
  /** States of the manufacturer, ISO 3166-2, for example US-GA. */
  smeStates?: Array<string> | null | undefined;
  /** Beginning of the manufacturer's NAICS code: two to six digits, or 31-33. */
  naicsPrefix?: string | null | undefined;
  /** NAICS sectors of the manufacturer as totals show them, for example 31-33 or 54. */
  naicsSectors?: Array<string> | null | undefined;
  /** true: manufacturers known to have fewer than 500 employees. false: those known to have more. One whose size is not known matches neither. */
  isSmall?: boolean | null | undefined;
  /** Started on or after this date (2018, 2018-03 or 2018-03-07). A record dated only 2018 matches only if all of 2018 does. */
  from?: string | null | undefined;
  /** Started on or before this date (2018, 2018-03 or 2018-03-07). A record dated only 2018 matches only if all of 2018 does. */
  to?: string | null | undefined;
  /** US federal years; a record whose date is too coarse to tell matches none. */
  fiscalYears?: Array<number> | null | undefined;
  /** Calendar years; a record dated only 2018 is of 2018, an undated one of none. */
  calendarYears?: Array<number> | null | undefined;
  /** true: only those that have a date. false: only undated ones. */
  hasDate?: boolean | null | undefined;
  /** true: only those whose date is too coarse to tell the US federal year, or that have none. false: all others. */
  withoutFiscalYear?: boolean | null | undefined;
  /** true: only those whose manufacturer's state is not known. false: all others. */
  withoutState?: boolean | null | undefined;
  /** true: only those whose manufacturer's NAICS code is not known. false: all others. */
  withoutNaics?: boolean | null | undefined;
  /** true: only those delivered without a center. false: all others. */
  withoutCenter?: boolean | null | undefined;
  /** true: only those delivered without an institute. false: all others. */
  withoutInstitute?: boolean | null | undefined;
  /** true: only those delivered by a center and an institute while the center had staff embedded at that institute. false: all others. */
  embedded?: boolean | null | undefined;
  /** Conditions on the institute. */
  institute?: TraceInstituteWhere | null | undefined;
  /** Conditions on the center. */
  center?: TraceCenterWhere | null | undefined;
};

/** By what agreement a technology was transferred. */
export type TransferInstrument =
  /** A license to use it. */
  | 'LICENSE'
  /** A cooperative research and development agreement. */
  | 'CRADA'
  /** A project of an institute's members. */
  | 'MEMBER_PROJECT'
  /** A project paid for by a third party. */
  | 'SPONSORED_PROJECT'
  /** Help with using it. */
  | 'TECHNICAL_ASSISTANCE';

/** How well a reported outcome has been checked. */
export type Verification =
  /** Reported by the client or a publication; not checked. */
  | 'SELF_REPORTED'
  /** The center checked it. */
  | 'CENTER_CHECKED'
  /** The program office verified it. */
  | 'VERIFIED'
  /** Beyond the bound for the firm's size; left out of totals until reviewed. */
  | 'OUTLIER'
  /** Doubted; left out of totals. */
  | 'DISPUTED'
  /** Withdrawn; left out of totals. */
  | 'WITHDRAWN';

/** What becomes of a published version. */
export type VersionState =
  /** Checked and kept; it is not served. */
  | 'PUBLISHED'
  /** Served to some consumers first, and watched. */
  | 'CANARY'
  /** Served to everybody. */
  | 'ACTIVE'
  /** Was served; a roll-back can bring it back. */
  | 'RETIRED';

/** Who may see a record. */
export type Visibility =
  /** Everybody, for example a published success story. */
  | 'PUBLIC'
  /** The center concerned and the program office. */
  | 'CONFIDENTIAL';

/** How a version left the graph. */
export type WithdrawalKind =
  /** It was rolled back; activate a version to serve it again. */
  | 'ROLLED_BACK'
  /** The subgraph or its partner is suspended; it returns when that is resumed. */
  | 'SUSPENDED'
  /** It extends a type of another partner that is not served now; it returns with that. */
  | 'WAITS';

/** An enum describing what kind of type a given `__Type` is. */
export type __TypeKind =
  /** Indicates this type is a scalar. */
  | 'SCALAR'
  /** Indicates this type is an object. `fields` and `interfaces` are valid fields. */
  | 'OBJECT'
  /** Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields. */
  | 'INTERFACE'
  /** Indicates this type is a union. `possibleTypes` is a valid field. */
  | 'UNION'
  /** Indicates this type is an enum. `enumValues` is a valid field. */
  | 'ENUM'
  /** Indicates this type is an input object. `inputFields` is a valid field. */
  | 'INPUT_OBJECT'
  /** Indicates this type is a list. `ofType` is a valid field. */
  | 'LIST'
  /** Indicates this type is a non-null. `ofType` is a valid field. */
  | 'NON_NULL';

export type SearchInstitutesQueryVariables = Exact<{
  search: string;
}>;


export type SearchInstitutesQuery = { institutes: { totalCount: number, nodes: Array<{ id: string, name: string, nativeName: string | null, technologyArea: string }> } };

export type SearchCentersQueryVariables = Exact<{
  search: string;
}>;


export type SearchCentersQuery = { mepCenters: { totalCount: number, nodes: Array<{ id: string, name: string, state: string }> } };

export type SearchManufacturersQueryVariables = Exact<{
  search: string;
}>;


export type SearchManufacturersQuery = { smes: { totalCount: number, nodes: Array<{ id: string, name: string, city: string | null, state: string | null }> } };

export type OfferedTablesQueryVariables = Exact<{ [key: string]: never; }>;


export type OfferedTablesQuery = { statisticsTables: Array<{ table: string, title: string }> };

export type SignedInCenterQueryVariables = Exact<{
  id: string;
}>;


export type SignedInCenterQuery = { mepCenter: { id: string, name: string } | null };

export type ImportPartMutationVariables = Exact<{
  input: ImportEngagementsInput;
  manufacturers: boolean;
}>;


export type ImportPartMutation = { done: { batchId: string, outcomes: Array<ImportOutcome>, failures: Array<{ line: number, column: string, message: string }>, manufacturers?: Array<{ name: string, city: string | null, state: string | null, match: ImportMatch, candidates: Array<{ score: number, reasons: Array<string>, sme: { id: string, name: string, city: string | null, state: string | null } }> }> } };

export type SuggestImportColumnsQueryVariables = Exact<{
  names: Array<string> | string;
}>;


export type SuggestImportColumnsQuery = { suggestImportColumns: Array<{ column: string | null, match: ImportColumnMatch }> };

export type OutboxRegisterMutationVariables = Exact<{
  input: RegisterSmeInput;
}>;


export type OutboxRegisterMutation = { done: { sme: { id: string, name: string, revision: number } | null, duplicates: Array<{ score: number, reasons: Array<string>, sme: { id: string, name: string, city: string | null, state: string | null } }> } };

export type OutboxLogMutationVariables = Exact<{
  input: LogEngagementInput;
}>;


export type OutboxLogMutation = { done: { id: string, revision: number, status: EngagementStatus } };

export type OutboxAmendMutationVariables = Exact<{
  input: AmendEngagementInput;
}>;


export type OutboxAmendMutation = { done: { id: string, revision: number, status: EngagementStatus } };

export type OutboxSubmitMutationVariables = Exact<{
  id: string;
  revision: number;
  key: string;
}>;


export type OutboxSubmitMutation = { done: { id: string, revision: number, status: EngagementStatus } };

export type OutboxWithdrawMutationVariables = Exact<{
  id: string;
  revision: number;
  key: string;
}>;


export type OutboxWithdrawMutation = { done: { id: string, revision: number, status: EngagementStatus } };

export type OutboxDiscardMutationVariables = Exact<{
  id: string;
  revision: number;
  reason?: string | null | undefined;
  key: string;
}>;


export type OutboxDiscardMutation = { done: { id: string, revision: number, status: EngagementStatus } };

export type LogReferenceQueryVariables = Exact<{ [key: string]: never; }>;


export type LogReferenceQuery = { institutes: { nodes: Array<{ id: string, name: string, nativeName: string | null }> }, facilities: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, courses: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, technologies: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> } };

export type LogManufacturersQueryVariables = Exact<{
  centers: Array<string> | string;
  subjects: Array<string> | string;
}>;


export type LogManufacturersQuery = { engagements: { nodes: Array<{ id: string, practice: string | null, sme: { id: string, name: string, city: string | null, state: string | null } }> }, smes: { nodes: Array<{ id: string, name: string, city: string | null, state: string | null }> } };

export type LogSearchQueryVariables = Exact<{
  search: string;
}>;


export type LogSearchQuery = { smes: { nodes: Array<{ id: string, name: string, city: string | null, state: string | null }> }, similarSmes: Array<{ score: number, sme: { id: string, name: string, city: string | null, state: string | null } }> };

export type LogTwinsQueryVariables = Exact<{
  name: string;
  city?: string | null | undefined;
  state?: string | null | undefined;
}>;


export type LogTwinsQuery = { similarSmes: Array<{ score: number, reasons: Array<string>, sme: { id: string, name: string, city: string | null, state: string | null } }> };

export type MyRecordsQueryVariables = Exact<{
  subjects: Array<string> | string;
  from?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type MyRecordsQuery = { engagements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, revision: number, status: EngagementStatus, kind: ServiceKind, loggedSmeId: string, startedOn: string | null, endedOn: string | null, hours: number | null, feePaid: boolean | null, peopleTrained: number | null, credential: string | null, instrument: TransferInstrument | null, mrlFrom: number | null, mrlTo: number | null, practice: string | null, title: string | null, note: string | null, sme: { id: string, name: string }, institute: { id: string, name: string } | null, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, history: Array<{ id: string, revision: number, action: string, at: string, by: string, reason: string | null, about: string | null }> }> } };

export type WaitingFieldsFragment = { id: string, revision: number, status: EngagementStatus, kind: ServiceKind, title: string | null, practice: string | null, startedOn: string | null, endedOn: string | null, late: boolean, loggedBy: string | null, submittedAt: string | null, sme: { id: string, name: string, city: string | null, state: string | null }, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, likelyDuplicates: Array<{ id: string }> };

export type ApprovalsQueryVariables = Exact<{
  where: EngagementWhere;
  first: number;
  after?: string | null | undefined;
}>;


export type ApprovalsQuery = { engagements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, revision: number, status: EngagementStatus, kind: ServiceKind, title: string | null, practice: string | null, startedOn: string | null, endedOn: string | null, late: boolean, loggedBy: string | null, submittedAt: string | null, sme: { id: string, name: string, city: string | null, state: string | null }, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, likelyDuplicates: Array<{ id: string }> }> } };

export type ApprovalChoicesQueryVariables = Exact<{
  where: EngagementWhere;
}>;


export type ApprovalChoicesQuery = { people: Array<{ value: string, count: number }>, manufacturers: Array<{ value: string, count: number, sme: { id: string, name: string } | null }> };

export type ApprovalRecordQueryVariables = Exact<{
  id: string;
}>;


export type ApprovalRecordQuery = { engagement: { visibility: Visibility, loggedSmeId: string, id: string, revision: number, status: EngagementStatus, kind: ServiceKind, title: string | null, practice: string | null, startedOn: string | null, endedOn: string | null, late: boolean, loggedBy: string | null, submittedAt: string | null, note: string | null, hours: number | null, feePaid: boolean | null, entitlement: EntitlementLevel | null, peopleTrained: number | null, credential: string | null, instrument: TransferInstrument | null, mrlFrom: number | null, mrlTo: number | null, synthetic: boolean, history: Array<{ id: string, revision: number, action: string, at: string, by: string, role: string, origin: ChangeOrigin, reason: string | null, about: string | null, recordType: string, recordId: string, recordName: string | null, changes: Array<{ field: string, before: string | null, after: string | null, beforeRecord:
          | { __typename: 'Agency', id: string }
          | { __typename: 'Award', id: string }
          | { __typename: 'Change', id: string }
          | { __typename: 'ClosedQuarter', id: string }
          | { __typename: 'Course', name: string, id: string }
          | { __typename: 'Doubt', id: string }
          | { __typename: 'Embedding', id: string }
          | { __typename: 'Engagement', id: string }
          | { __typename: 'Entitlement', id: string }
          | { __typename: 'Facility', name: string, id: string }
          | { __typename: 'ImportBatch', id: string }
          | { __typename: 'IndicatorDefinition', id: string }
          | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
          | { __typename: 'Membership', id: string }
          | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
          | { __typename: 'MepCenter', name: string, id: string }
          | { __typename: 'Network', id: string }
          | { __typename: 'Observation', id: string }
          | { __typename: 'Outcome', id: string }
          | { __typename: 'Project', id: string }
          | { __typename: 'ProjectCall', id: string }
          | { __typename: 'QuarterReport', id: string }
          | { __typename: 'Release', id: string }
          | { __typename: 'Revision', id: string }
          | { __typename: 'RoadmapArea', id: string }
          | { __typename: 'Sme', name: string, id: string }
          | { __typename: 'SourceDocument', id: string }
          | { __typename: 'StatisticsTable', id: string }
          | { __typename: 'Technology', name: string, id: string }
          | { __typename: 'Trace', id: string }
         | null, afterRecord:
          | { __typename: 'Agency', id: string }
          | { __typename: 'Award', id: string }
          | { __typename: 'Change', id: string }
          | { __typename: 'ClosedQuarter', id: string }
          | { __typename: 'Course', name: string, id: string }
          | { __typename: 'Doubt', id: string }
          | { __typename: 'Embedding', id: string }
          | { __typename: 'Engagement', id: string }
          | { __typename: 'Entitlement', id: string }
          | { __typename: 'Facility', name: string, id: string }
          | { __typename: 'ImportBatch', id: string }
          | { __typename: 'IndicatorDefinition', id: string }
          | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
          | { __typename: 'Membership', id: string }
          | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
          | { __typename: 'MepCenter', name: string, id: string }
          | { __typename: 'Network', id: string }
          | { __typename: 'Observation', id: string }
          | { __typename: 'Outcome', id: string }
          | { __typename: 'Project', id: string }
          | { __typename: 'ProjectCall', id: string }
          | { __typename: 'QuarterReport', id: string }
          | { __typename: 'Release', id: string }
          | { __typename: 'Revision', id: string }
          | { __typename: 'RoadmapArea', id: string }
          | { __typename: 'Sme', name: string, id: string }
          | { __typename: 'SourceDocument', id: string }
          | { __typename: 'StatisticsTable', id: string }
          | { __typename: 'Technology', name: string, id: string }
          | { __typename: 'Trace', id: string }
         | null }> }>, likelyDuplicates: Array<{ id: string, status: EngagementStatus, title: string | null, startedOn: string | null, loggedBy: string | null }>, sme: { id: string, name: string, city: string | null, state: string | null }, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } | null } | null };

export type DecisionFieldsFragment = { engagementId: string, engagement: { id: string, revision: number, status: EngagementStatus } | null, refusal: { code: string, message: string, current: { id: string, revision: number, status: EngagementStatus, kind: ServiceKind, title: string | null, practice: string | null, startedOn: string | null, endedOn: string | null, late: boolean, loggedBy: string | null, submittedAt: string | null, sme: { id: string, name: string, city: string | null, state: string | null }, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, likelyDuplicates: Array<{ id: string }> } | null } | null };

export type ApproveManyMutationVariables = Exact<{
  records: Array<SeenRecordInput> | SeenRecordInput;
  reason?: string | null | undefined;
  key: string;
}>;


export type ApproveManyMutation = { done: Array<{ engagementId: string, engagement: { id: string, revision: number, status: EngagementStatus } | null, refusal: { code: string, message: string, current: { id: string, revision: number, status: EngagementStatus, kind: ServiceKind, title: string | null, practice: string | null, startedOn: string | null, endedOn: string | null, late: boolean, loggedBy: string | null, submittedAt: string | null, sme: { id: string, name: string, city: string | null, state: string | null }, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, likelyDuplicates: Array<{ id: string }> } | null } | null }> };

export type ReturnManyMutationVariables = Exact<{
  records: Array<SeenRecordInput> | SeenRecordInput;
  reason?: string | null | undefined;
  about?: string | null | undefined;
  key: string;
}>;


export type ReturnManyMutation = { done: Array<{ engagementId: string, engagement: { id: string, revision: number, status: EngagementStatus } | null, refusal: { code: string, message: string, current: { id: string, revision: number, status: EngagementStatus, kind: ServiceKind, title: string | null, practice: string | null, startedOn: string | null, endedOn: string | null, late: boolean, loggedBy: string | null, submittedAt: string | null, sme: { id: string, name: string, city: string | null, state: string | null }, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, likelyDuplicates: Array<{ id: string }> } | null } | null }> };

export type SubmitManyMutationVariables = Exact<{
  records: Array<SeenRecordInput> | SeenRecordInput;
  key: string;
}>;


export type SubmitManyMutation = { done: Array<{ engagementId: string, engagement: { id: string, revision: number, status: EngagementStatus } | null, refusal: { code: string, message: string, current: { id: string, revision: number, status: EngagementStatus, kind: ServiceKind, title: string | null, practice: string | null, startedOn: string | null, endedOn: string | null, late: boolean, loggedBy: string | null, submittedAt: string | null, sme: { id: string, name: string, city: string | null, state: string | null }, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, likelyDuplicates: Array<{ id: string }> } | null } | null }> };

export type CenterProfileQueryVariables = Exact<{
  id: string;
}>;


export type CenterProfileQuery = { mepCenter: { id: string, name: string, state: string, city: string | null, hostOrganization: string | null, hostKind: HostKind | null, website: string | null, note: string | null, asOf: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null };

export type CenterAwardsQueryVariables = Exact<{
  id: string;
}>;


export type CenterAwardsQuery = { mepCenter: { id: string, awards: Array<{ id: string, fiscalYear: number | null, period: string | null, coverage: AwardCoverage, amount: { amount: number, currency: string }, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, observations: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } | null };

export type CenterEmbeddingsQueryVariables = Exact<{
  id: string;
}>;


export type CenterEmbeddingsQuery = { embeddings: { nodes: Array<{ id: string, kind: EmbeddingKind, startsOn: string | null, endsOn: string | null, note: string | null, asOf: string | null, asOfWords: string | null, award: { amount: number, currency: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null }> } };

export type CenterKeyFiguresQueryVariables = Exact<{
  id: string;
  fiscalYear?: number | null | undefined;
  calendarYear?: number | null | undefined;
}>;


export type CenterKeyFiguresQuery = { mepCenter: { id: string, keyFigures: Array<{ figure: KeyFigureName, answer: FigureAnswer, value: number | null, unit: string, n: number, absent: string | null, verification: Array<{ verification: Verification, reports: number }>, coverage: { words: string }, published: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } | null };

export type CenterDirectoryQueryVariables = Exact<{
  search?: string | null | undefined;
  where?: MepCenterWhere | null | undefined;
  after?: string | null | undefined;
}>;


export type CenterDirectoryQuery = { mepCenters: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, state: string, city: string | null, hostOrganization: string | null, hostKind: HostKind | null, note: string | null, asOf: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } };

export type DuplicatePairsQueryVariables = Exact<{
  where?: DuplicatePairWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DuplicatePairsQuery = { duplicatePairs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ score: number | null, reasons: Array<string>, smes: Array<{ id: string, name: string, city: string | null, state: string | null, synthetic: boolean }>, distinct: { at: string, by: string | null, reason: string | null, yours: boolean } | null }> } };

export type MergeFieldsFragment = { at: string, by: string | null, reason: string | null, yours: boolean, merged: { id: string, name: string, city: string | null, state: string | null, revision: number }, into: { id: string, name: string, city: string | null, state: string | null } };

export type SmeMergesQueryVariables = Exact<{
  where?: SmeMergeWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SmeMergesQuery = { smeMerges: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ at: string, by: string | null, reason: string | null, yours: boolean, merged: { id: string, name: string, city: string | null, state: string | null, revision: number }, into: { id: string, name: string, city: string | null, state: string | null } }> } };

export type SideFieldsFragment = { id: string, name: string, city: string | null, state: string | null, naics: string | null, employees: number | null, isSmall: boolean | null, revision: number, synthetic: boolean, identifiers: Array<{ scheme: IdentifierScheme, value: string }>, mergedManufacturers: Array<{ id: string, name: string }>, engagements: { totalCount: number, nodes: Array<{ id: string, startedOn: string | null }> }, outcomes: Array<{ id: string }>, memberships: { totalCount: number } };

export type DuplicateSidesQueryVariables = Exact<{
  one: string;
  other: string;
}>;


export type DuplicateSidesQuery = { one: { id: string, name: string, city: string | null, state: string | null, naics: string | null, employees: number | null, isSmall: boolean | null, revision: number, synthetic: boolean, identifiers: Array<{ scheme: IdentifierScheme, value: string }>, mergedManufacturers: Array<{ id: string, name: string }>, engagements: { totalCount: number, nodes: Array<{ id: string, startedOn: string | null }> }, outcomes: Array<{ id: string }>, memberships: { totalCount: number } } | null, other: { id: string, name: string, city: string | null, state: string | null, naics: string | null, employees: number | null, isSmall: boolean | null, revision: number, synthetic: boolean, identifiers: Array<{ scheme: IdentifierScheme, value: string }>, mergedManufacturers: Array<{ id: string, name: string }>, engagements: { totalCount: number, nodes: Array<{ id: string, startedOn: string | null }> }, outcomes: Array<{ id: string }>, memberships: { totalCount: number } } | null };

export type DuplicatesOfQueryVariables = Exact<{
  id: string;
}>;


export type DuplicatesOfQuery = { likely: { nodes: Array<{ score: number | null, reasons: Array<string>, smes: Array<{ id: string }> }> }, declared: { nodes: Array<{ smes: Array<{ id: string }>, distinct: { at: string, by: string | null, reason: string | null, yours: boolean } | null }> } };

export type MergeSmesMutationVariables = Exact<{
  keep: string;
  merge: string;
  revision: number;
  keepRevision?: number | null | undefined;
  reason: string;
  clientMutationId: string;
}>;


export type MergeSmesMutation = { mergeSmes: { id: string } };

export type UnmergeSmeMutationVariables = Exact<{
  id: string;
  revision?: number | null | undefined;
  reason: string;
  clientMutationId: string;
}>;


export type UnmergeSmeMutation = { unmergeSme: { id: string } };

export type MarkSmesDistinctMutationVariables = Exact<{
  one: string;
  other: string;
  reason: string;
  clientMutationId: string;
}>;


export type MarkSmesDistinctMutation = { markSmesDistinct: { score: number | null } };

export type UnmarkSmesDistinctMutationVariables = Exact<{
  one: string;
  other: string;
  reason: string;
  clientMutationId: string;
}>;


export type UnmarkSmesDistinctMutation = { unmarkSmesDistinct: { score: number | null } };

export type EngagementQueryVariables = Exact<{
  id: string;
}>;


export type EngagementQuery = { engagement: { fiscalYear: number | null, visibility: Visibility, late: boolean, loggedSmeId: string, id: string, kind: ServiceKind, title: string | null, startedOn: string | null, endedOn: string | null, status: EngagementStatus, practice: string | null, note: string | null, hours: number | null, feePaid: boolean | null, entitlement: EntitlementLevel | null, peopleTrained: number | null, credential: string | null, instrument: TransferInstrument | null, mrlFrom: number | null, mrlTo: number | null, synthetic: boolean, sme: { id: string, name: string, city: string | null, state: string | null, synthetic: boolean }, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } | null } | null };

export type EngagementOutcomesQueryVariables = Exact<{
  id: string;
}>;


export type EngagementOutcomesQuery = { engagement: { id: string, outcomes: Array<{ id: string, windowStart: string | null, windowEnd: string | null, verification: Verification, synthetic: boolean, claims: Array<{ metric: OutcomeMetric, value: number, currency: string | null, qualifier: string | null }>, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null, covers: Array<{ id: string, kind: ServiceKind, startedOn: string | null }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } | null };

export type AllFiguresQueryVariables = Exact<{
  where?: ObservationWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AllFiguresQuery = { observations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } };

export type FigureChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type FigureChoicesQuery = { observationFacets: { subjects: Array<{ type: string, count: number, id: string }>, properties: Array<{ value: string, count: number }>, documents: Array<{ value: string, count: number }>, years: Array<{ value: string, count: number }>, doubts: Array<{ value: string, count: number }> }, documents: Array<{ id: string, title: string }>, institutes: { nodes: Array<{ id: string, name: string, nativeName: string | null }> }, networks: Array<{ id: string, name: string, nativeName: string | null }> };

export type CenterFiguresQueryVariables = Exact<{ [key: string]: never; }>;


export type CenterFiguresQuery = { mepCenters: { nodes: Array<{ id: string, name: string, observations: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } };

export type DoubtsQueryVariables = Exact<{ [key: string]: never; }>;


export type DoubtsQuery = { doubts: Array<{ id: string, settled: boolean, severity: string, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string, documents: Array<string>, externalSource: string | null }> };

export type EvaluationsQueryVariables = Exact<{
  fiscalYear?: number | null | undefined;
  calendarYear?: number | null | undefined;
}>;


export type EvaluationsQuery = { networks: Array<{ id: string, name: string, nativeName: string | null, evaluation: { indicators: Array<{ status: IndicatorStatus, answer: FigureAnswer, value: number | null, unit: string | null, n: number | null, formula: string | null, reason: string | null, seriesBreak: string | null, definition: { id: string, group: IndicatorGroup, name: string, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }, coverage: { words: string } | null, observation: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } }> };

export type KeyFiguresSideBySideQueryVariables = Exact<{
  fiscalYear?: number | null | undefined;
  calendarYear?: number | null | undefined;
}>;


export type KeyFiguresSideBySideQuery = { networks: Array<{ id: string, name: string, nativeName: string | null, keyFigures: Array<{ figure: KeyFigureName, answer: FigureAnswer, value: number | null, unit: string, n: number, absent: string | null, coverage: { words: string }, published: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null }> }> };

export type EvaluationRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type EvaluationRulesQuery = { networks: Array<{ id: string, name: string, nativeName: string | null, evaluationRules: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> };

export type GrantListQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantListQuery = { grants: Array<{ id: string, partnerId: string, kind: GrantKind, type: string, field: string | null, purpose: string, consumer: string, grantedAt: string, expiresAt: string | null, revokedAt: string | null }> };

export type GrantPartnersQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantPartnersQuery = { partners: Array<{ id: string, name: string }> };

export type GrantableTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantableTypesQuery = { __schema: { types: Array<{ name: string | null, kind: __TypeKind, fields: Array<{ name: string }> | null }> } };

export type GrantDisclosuresQueryVariables = Exact<{
  grantId: string;
}>;


export type GrantDisclosuresQuery = { disclosures: { totalCount: number, nodes: Array<{ id: string, at: string, type: string, fields: Array<string>, representations: number, consumer: string }> } };

export type GrantPartnerMutationVariables = Exact<{
  input: GrantPartnerInput;
}>;


export type GrantPartnerMutation = { done: { id: string, partnerId: string, type: string, field: string | null } };

export type RevokeGrantMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type RevokeGrantMutation = { done: { id: string, revokedAt: string | null } };

export type EarlierImportsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type EarlierImportsQuery = { importBatches: { totalCount: number, nodes: Array<{ id: string, fileName: string | null, by: string, role: string, startedAt: string, lastAt: string, rows: number | null, created: number, updated: number, unchanged: number | null, failed: number | null, state: ImportBatchState, undoneAt: string | null, undoneBy: string | null, undoReason: string | null, center: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type KnownImportColumnsQueryVariables = Exact<{ [key: string]: never; }>;


export type KnownImportColumnsQuery = { importColumnMeanings: Array<{ column: string, meaning: string }> };

export type UndoImportMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type UndoImportMutation = { done: { voided: number, restored: number, removedManufacturers: number, batch: { id: string, state: ImportBatchState }, keptRecords: Array<{ recordId: string, type: string, reason: string }> } };

export type InstituteProfileQueryVariables = Exact<{
  id: string;
}>;


export type InstituteProfileQuery = { institute: { id: string, name: string, fullName: string | null, nativeName: string | null, acronym: string | null, formerNames: Array<string>, technologyArea: string, nativeTechnologyArea: string | null, mission: string | null, nativeMission: string | null, mrlFrom: number | null, mrlTo: number | null, sponsor: { id: string, name: string } | null, lead: { name: string, nativeName: string | null, kind: LeadKind | null } | null, headquarters: { city: string | null, state: string | null, country: string, nativeCity: string | null }, satellites: Array<{ city: string | null, state: string | null, country: string, nativeCity: string | null }>, networks: Array<{ id: string, name: string, nativeName: string | null }>, agreement: { kind: string, inferred: boolean, reason: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }> } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, observations: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } | null };

export type InstituteMilestonesQueryVariables = Exact<{
  id: string;
}>;


export type InstituteMilestonesQuery = { institute: { id: string, milestones: Array<{ kind: string, date: string, asPrinted: string | null, reason: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }> }> } | null };

export type InstituteFundingQueryVariables = Exact<{
  id: string;
}>;


export type InstituteFundingQuery = { institute: { id: string, milestones: Array<{ date: string }>, funding: { matchRatio: number | null, matchWarning: string | null, planYears: number | null, federal: { amount: number, currency: string } | null, nonFederal: { amount: number, currency: string } | null, commitments: Array<{ kind: CommitmentKind, property: string, period: string | null, asPrinted: string | null, asOf: string | null, asOfWords: string | null, accepted: boolean, reason: string | null, amount: { amount: number, currency: string }, printedAmount: { amount: number, currency: string } | null, parts: Array<{ party: string, amount: { amount: number, currency: string } }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }> }>, incomeAfterFederalFunding: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } } | null };

export type PhaseFieldsFragment = { programYear: number, funds: Array<string>, withinPlan: boolean | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } };

export type InstitutePhasesQueryVariables = Exact<{
  id: string;
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
  g: number;
  h: number;
  i: number;
  j: number;
}>;


export type InstitutePhasesQuery = { institute: { id: string, funding: { a: { programYear: number, funds: Array<string>, withinPlan: boolean | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, b: { programYear: number, funds: Array<string>, withinPlan: boolean | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, c: { programYear: number, funds: Array<string>, withinPlan: boolean | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, d: { programYear: number, funds: Array<string>, withinPlan: boolean | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, e: { programYear: number, funds: Array<string>, withinPlan: boolean | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, f: { programYear: number, funds: Array<string>, withinPlan: boolean | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, g: { programYear: number, funds: Array<string>, withinPlan: boolean | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, h: { programYear: number, funds: Array<string>, withinPlan: boolean | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, i: { programYear: number, funds: Array<string>, withinPlan: boolean | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, j: { programYear: number, funds: Array<string>, withinPlan: boolean | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null } } | null };

export type InstituteMembersQueryVariables = Exact<{
  id: string;
}>;


export type InstituteMembersQuery = { institute: { id: string, members: { history: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, mix: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, smeShare: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, smallManufacturerShare: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null }, observations: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } | null };

export type InstituteMembershipsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type InstituteMembershipsQuery = { institute: { id: string, memberships: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, startsOn: string | null, endsOn: string | null, seenOn: string | null, note: string | null, synthetic: boolean, sme: { id: string, name: string }, tier: { id: string, name: string, nativeName: string | null } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } } | null };

export type InstituteTiersQueryVariables = Exact<{
  id: string;
}>;


export type InstituteTiersQuery = { institute: { id: string, tiers: Array<{ id: string, name: string, nativeName: string | null, rank: number, asPrinted: string | null, note: string | null, dues: { amount: number, currency: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, entitlements: Array<{ id: string, right: string, level: EntitlementLevel, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } | null };

export type InstituteWorkQueryVariables = Exact<{
  id: string;
}>;


export type InstituteWorkQuery = { institute: { id: string, projects: Array<{ id: string, name: string, lead: string | null, partners: Array<string>, startedOn: string | null, note: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, call: { id: string, name: string } | null, technology: { id: string, name: string } | null }>, calls: Array<{ id: string, name: string, openedOn: string | null, cycleMonthsFrom: number | null, cycleMonthsTo: number | null, criteria: Array<string>, emphasis: Array<string>, requirement: string | null, batches: number | null, projects: number | null, note: string | null, leads: Array<{ kind: string, projects: number }>, amount: { amount: number, currency: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, roadmap: Array<{ id: string, number: number, name: string, nativeName: string | null, fromYear: number, toYear: number, releasedOn: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }> }> } | null };

export type InstituteRulesQueryVariables = Exact<{
  id: string;
}>;


export type InstituteRulesQuery = { institute: { id: string, intellectualPropertyRules: Array<string>, governance: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, networks: Array<{ id: string, observations: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } | null };

export type InstituteOffersQueryVariables = Exact<{
  id: string;
}>;


export type InstituteOffersQuery = { institute: { id: string, facilities: Array<{ id: string, name: string, city: string | null, state: string | null, capability: string | null, opened: string | null, qualifier: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, courses: Array<{ id: string, name: string, audience: string | null, started: string | null, peopleTrained: number | null, asOf: string | null, asOfWords: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, technologies: Array<{ id: string, name: string, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } | null };

export type InstituteEmbeddingsQueryVariables = Exact<{
  id: string;
}>;


export type InstituteEmbeddingsQuery = { embeddings: { nodes: Array<{ id: string, kind: EmbeddingKind, startsOn: string | null, endsOn: string | null, note: string | null, asOf: string | null, asOfWords: string | null, award: { amount: number, currency: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null }> } };

export type InstituteKeyFiguresQueryVariables = Exact<{
  id: string;
  fiscalYear?: number | null | undefined;
  calendarYear?: number | null | undefined;
}>;


export type InstituteKeyFiguresQuery = { institute: { id: string, keyFigures: Array<{ figure: KeyFigureName, answer: FigureAnswer, value: number | null, unit: string, n: number, absent: string | null, verification: Array<{ verification: Verification, reports: number }>, coverage: { words: string }, published: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } | null };

export type InstituteEvaluationQueryVariables = Exact<{
  id: string;
  fiscalYear?: number | null | undefined;
  calendarYear?: number | null | undefined;
}>;


export type InstituteEvaluationQuery = { institute: { id: string, evaluation: { indicators: Array<{ status: IndicatorStatus, answer: FigureAnswer, value: number | null, unit: string | null, n: number | null, formula: string | null, reason: string | null, seriesBreak: string | null, definition: { id: string, group: IndicatorGroup, name: string, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }, coverage: { words: string } | null, verification: Array<{ verification: Verification, reports: number }>, observation: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } } | null };

export type InstituteDirectoryQueryVariables = Exact<{
  search?: string | null | undefined;
  where?: InstituteWhere | null | undefined;
  after?: string | null | undefined;
}>;


export type InstituteDirectoryQuery = { institutes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, nativeName: string | null, fullName: string | null, technologyArea: string, nativeTechnologyArea: string | null, sponsor: { id: string, name: string } | null, lead: { name: string, nativeName: string | null } | null, headquarters: { city: string | null, state: string | null, country: string, nativeCity: string | null }, networks: Array<{ id: string, name: string, nativeName: string | null }>, members: { latest: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null } }> } };

export type NetworkDirectoryQueryVariables = Exact<{ [key: string]: never; }>;


export type NetworkDirectoryQuery = { networks: Array<{ id: string, name: string, nativeName: string | null, formerNames: Array<string>, country: string, unnamedCenters: number | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, programOffice: { name: string, within: string | null } | null, institutes: { totalCount: number } }> };

export type ManufacturerQueryVariables = Exact<{
  id: string;
}>;


export type ManufacturerQuery = { sme: { id: string, name: string, city: string | null, state: string | null, naics: string | null, employees: number | null, isSmall: boolean | null, removed: boolean, synthetic: boolean, mergedFrom: Array<string>, identifiers: Array<{ scheme: IdentifierScheme, value: string }>, mergedManufacturers: Array<{ id: string, name: string, city: string | null, state: string | null }> } | null };

export type ManufacturerTracesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ManufacturerTracesQuery = { sme: { id: string, traces: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: ServiceKind, engagementCount: number, firstOn: string | null, lastOn: string | null, hours: number | null, peopleTrained: number | null, sme: { id: string }, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null, engagements: { totalCount: number, nodes: Array<{ id: string, title: string | null, startedOn: string | null, endedOn: string | null, status: EngagementStatus, practice: string | null, note: string | null, hours: number | null, peopleTrained: number | null, synthetic: boolean, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null }> } }> } } | null };

export type ManufacturerServicesQueryVariables = Exact<{
  id: string;
}>;


export type ManufacturerServicesQuery = { sme: { id: string, engagements: { totalCount: number, nodes: Array<{ id: string, kind: ServiceKind, title: string | null, startedOn: string | null, endedOn: string | null, status: EngagementStatus, practice: string | null, note: string | null, hours: number | null, feePaid: boolean | null, entitlement: EntitlementLevel | null, peopleTrained: number | null, credential: string | null, instrument: TransferInstrument | null, mrlFrom: number | null, mrlTo: number | null, synthetic: boolean, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } | null }> } } | null };

export type ManufacturerOutcomesQueryVariables = Exact<{
  id: string;
}>;


export type ManufacturerOutcomesQuery = { sme: { id: string, outcomes: Array<{ id: string, windowStart: string | null, windowEnd: string | null, verification: Verification, synthetic: boolean, claims: Array<{ metric: OutcomeMetric, value: number, currency: string | null, qualifier: string | null }>, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null, covers: Array<{ id: string, kind: ServiceKind, startedOn: string | null }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } | null };

export type ManufacturerMembershipsQueryVariables = Exact<{
  id: string;
}>;


export type ManufacturerMembershipsQuery = { sme: { id: string, memberships: { totalCount: number, nodes: Array<{ id: string, startsOn: string | null, endsOn: string | null, seenOn: string | null, note: string | null, synthetic: boolean, institute: { id: string, name: string, nativeName: string | null }, tier: { id: string, name: string, nativeName: string | null } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } } | null };

export type ManufacturersQueryVariables = Exact<{
  search?: string | null | undefined;
  where?: SmeWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ManufacturersQuery = { smes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, city: string | null, state: string | null, naics: string | null, employees: number | null, isSmall: boolean | null, synthetic: boolean, engagements: { totalCount: number, nodes: Array<{ id: string, startedOn: string | null }> } }> } };

export type WorkMembershipsQueryVariables = Exact<{
  where?: MembershipWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkMembershipsQuery = { memberships: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, startsOn: string | null, endsOn: string | null, seenOn: string | null, note: string | null, visibility: Visibility, revision: number, synthetic: boolean, sme: { id: string, name: string, city: string | null, state: string | null }, institute: { id: string, name: string, nativeName: string | null }, tier: { id: string, name: string, nativeName: string | null } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } };

export type MembershipInstitutesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MembershipInstitutesQuery = { institutes: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, nativeName: string | null, tiers: Array<{ id: string, name: string, nativeName: string | null }> }> } };

export type NameOfManufacturerQueryVariables = Exact<{
  id: string;
}>;


export type NameOfManufacturerQuery = { sme: { id: string, name: string } | null };

export type RecordMembershipMutationVariables = Exact<{
  input: RecordMembershipInput;
}>;


export type RecordMembershipMutation = { recordMembership: { id: string } };

export type EndMembershipMutationVariables = Exact<{
  id: string;
  revision: number;
  endsOn: string;
  reason: string;
  clientMutationId: string;
}>;


export type EndMembershipMutation = { endMembership: { id: string, revision: number, endsOn: string | null } };

export type NetworkProfileQueryVariables = Exact<{
  id: string;
}>;


export type NetworkProfileQuery = { network: { id: string, name: string, nativeName: string | null, formerNames: Array<string>, country: string, fiscalYearStartMonth: number, unnamedCenters: number | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, programOffice: { name: string, within: string | null, tasks: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, parts: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } | null } | null };

export type NetworkMilestonesQueryVariables = Exact<{
  id: string;
}>;


export type NetworkMilestonesQuery = { network: { id: string, milestones: Array<{ kind: string, date: string, asPrinted: string | null, reason: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }> }> } | null };

export type NetworkInstitutesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type NetworkInstitutesQuery = { network: { id: string, institutes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, nativeName: string | null, technologyArea: string, nativeTechnologyArea: string | null, headquarters: { city: string | null, state: string | null, country: string, nativeCity: string | null } }> } } | null };

export type NetworkMetricsQueryVariables = Exact<{
  id: string;
}>;


export type NetworkMetricsQuery = { network: { id: string, metrics: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } | null };

export type NetworkRulesQueryVariables = Exact<{
  id: string;
}>;


export type NetworkRulesQuery = { network: { id: string, goals: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, functions: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, governance: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, definition: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, services: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, operatingBodies: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, fundingChannels: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, recognitionSteps: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, evaluationRules: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, priorityFields: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, statutoryAims: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, smeRules: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }>, fundingStages: Array<{ number: number, name: string, model: string, nativeModel: string | null, instruments: Array<string>, duration: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, revenue: Array<{ funder: string, nativeFunder: string | null, activities: Array<string>, revenue: Array<string>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } | null };

export type NetworkObservationsQueryVariables = Exact<{
  id: string;
}>;


export type NetworkObservationsQuery = { network: { id: string, observations: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } | null };

export type NetworkCentersQueryVariables = Exact<{ [key: string]: never; }>;


export type NetworkCentersQuery = { mepCenters: { totalCount: number, nodes: Array<{ id: string, name: string, state: string, city: string | null }> } };

export type NetworkKeyFiguresQueryVariables = Exact<{
  id: string;
  fiscalYear?: number | null | undefined;
  calendarYear?: number | null | undefined;
}>;


export type NetworkKeyFiguresQuery = { network: { id: string, keyFigures: Array<{ figure: KeyFigureName, answer: FigureAnswer, value: number | null, unit: string, n: number, absent: string | null, verification: Array<{ verification: Verification, reports: number }>, coverage: { words: string }, published: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } | null };

export type NetworkEvaluationQueryVariables = Exact<{
  id: string;
  fiscalYear?: number | null | undefined;
  calendarYear?: number | null | undefined;
}>;


export type NetworkEvaluationQuery = { network: { id: string, evaluation: { indicators: Array<{ status: IndicatorStatus, answer: FigureAnswer, value: number | null, unit: string | null, n: number | null, formula: string | null, reason: string | null, seriesBreak: string | null, definition: { id: string, group: IndicatorGroup, name: string, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }, coverage: { words: string } | null, verification: Array<{ verification: Verification, reports: number }>, observation: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } } | null };

export type OfferingInstituteFragment = { id: string, name: string, nativeName: string | null, technologyArea: string, nativeTechnologyArea: string | null, mrlFrom: number | null, mrlTo: number | null };

export type FacilityQueryVariables = Exact<{
  id: string;
}>;


export type FacilityQuery = { facilities: { nodes: Array<{ id: string, name: string, city: string | null, state: string | null, capability: string | null, opened: string | null, qualifier: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, institute: { id: string, name: string, nativeName: string | null, technologyArea: string, nativeTechnologyArea: string | null, mrlFrom: number | null, mrlTo: number | null } }> } };

export type CourseQueryVariables = Exact<{
  id: string;
}>;


export type CourseQuery = { courses: { nodes: Array<{ id: string, name: string, audience: string | null, started: string | null, peopleTrained: number | null, asOf: string | null, asOfWords: string | null, note: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, institute: { id: string, name: string, nativeName: string | null, technologyArea: string, nativeTechnologyArea: string | null, mrlFrom: number | null, mrlTo: number | null } }> } };

export type TechnologyQueryVariables = Exact<{
  id: string;
}>;


export type TechnologyQuery = { technologies: { nodes: Array<{ id: string, name: string, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, institute: { id: string, name: string, nativeName: string | null, technologyArea: string, nativeTechnologyArea: string | null, mrlFrom: number | null, mrlTo: number | null } }> } };

export type TierRightsQueryVariables = Exact<{
  institute: string;
}>;


export type TierRightsQuery = { institute: { id: string, tiers: Array<{ id: string, name: string, nativeName: string | null, asPrinted: string | null, dues: { amount: number, currency: string } | null, entitlements: Array<{ id: string, right: string, level: EntitlementLevel, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } | null };

export type TechnologyTransfersQueryVariables = Exact<{
  id: string;
}>;


export type TechnologyTransfersQuery = { engagements: { totalCount: number, nodes: Array<{ id: string, kind: ServiceKind, title: string | null, startedOn: string | null, endedOn: string | null, status: EngagementStatus, practice: string | null, note: string | null, hours: number | null, feePaid: boolean | null, entitlement: EntitlementLevel | null, peopleTrained: number | null, credential: string | null, instrument: TransferInstrument | null, mrlFrom: number | null, mrlTo: number | null, synthetic: boolean, sme: { id: string, name: string, state: string | null, synthetic: boolean }, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } | null }> } };

export type ReportableServicesQueryVariables = Exact<{
  smes: Array<string> | string;
  centers: Array<string> | string;
}>;


export type ReportableServicesQuery = { engagements: { totalCount: number, nodes: Array<{ id: string, kind: ServiceKind, title: string | null, practice: string | null, startedOn: string | null, status: EngagementStatus, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, outcomes: Array<{ id: string, windowStart: string | null, windowEnd: string | null, verification: Verification, claims: Array<{ metric: OutcomeMetric }> }> }> } };

export type PreviewedOutcomeQueryVariables = Exact<{
  input: OutcomePreviewInput;
}>;


export type PreviewedOutcomeQuery = { outcomePreview: { verification: Verification, outliers: Array<OutcomeMetric>, overlaps: Array<{ metric: OutcomeMetric, ruling: OverlapRuling, outcome: { id: string, windowStart: string | null, windowEnd: string | null, verification: Verification, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null, claims: Array<{ metric: OutcomeMetric, value: number, currency: string | null }> } }> } };

export type ReportedOutcomesQueryVariables = Exact<{
  centers: Array<string> | string;
  by?: Array<string> | string | null | undefined;
  after?: string | null | undefined;
}>;


export type ReportedOutcomesQuery = { outcomes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, revision: number, windowStart: string | null, windowEnd: string | null, verification: Verification, synthetic: boolean, sme: { id: string, name: string }, claims: Array<{ metric: OutcomeMetric, value: number, currency: string | null, qualifier: string | null }>, covers: Array<{ id: string, kind: ServiceKind, startedOn: string | null }>, history: Array<{ id: string, action: string, at: string, by: string, reason: string | null }> }> } };

export type ReportOutcomeMutationVariables = Exact<{
  input: ReportOutcomeInput;
}>;


export type ReportOutcomeMutation = { done: { id: string, revision: number, verification: Verification } };

export type CorrectOutcomeMutationVariables = Exact<{
  input: CorrectOutcomeInput;
}>;


export type CorrectOutcomeMutation = { done: { id: string, revision: number, verification: Verification } };

export type WithdrawOutcomeMutationVariables = Exact<{
  id: string;
  revision: number;
  reason: string;
  key: string;
}>;


export type WithdrawOutcomeMutation = { done: { id: string, revision: number, verification: Verification } };

export type RecordTotalsQueryVariables = Exact<{ [key: string]: never; }>;


export type RecordTotalsQuery = { all: Array<{ smeCount: number | null, engagementCount: number | null }>, kinds: Array<{ kind: ServiceKind | null, smeCount: number | null, engagementCount: number | null }> };

export type InstitutePlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type InstitutePlacesQuery = { institutes: { totalCount: number, nodes: Array<{ id: string, name: string, nativeName: string | null, headquarters: { city: string | null, state: string | null, country: string }, satellites: Array<{ city: string | null, state: string | null }>, facilities: Array<{ id: string, name: string, city: string | null, state: string | null }> }> } };

export type CenterPlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type CenterPlacesQuery = { mepCenters: { totalCount: number, nodes: Array<{ id: string, name: string, state: string, city: string | null }> }, embeddings: { nodes: Array<{ id: string, kind: EmbeddingKind, startsOn: string | null, endsOn: string | null, center: { id: string } | null, institute: { id: string } | null }> } };

export type OpenDoubtsQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenDoubtsQuery = { doubts: Array<{ id: string, settled: boolean }> };

export type HeadlineFiguresQueryVariables = Exact<{
  network: string;
  metrics: Array<string> | string;
}>;


export type HeadlineFiguresQuery = { network: { id: string, name: string, nativeName: string | null, metrics: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } | null };

export type LatestReleasesQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestReleasesQuery = { releases: { nodes: Array<{ id: string, number: number, publishedAt: string, basis: ReleaseBasis, synthetic: boolean, periods: Array<{ fiscalYear: number, quarter: number }> }> } };

export type LatestQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestQuery = { engagements: { nodes: Array<{ id: string, startedOn: string | null, kind: ServiceKind, synthetic: boolean, sme: { id: string, name: string, state: string | null }, center: { id: string, name: string } | null, institute: { id: string, name: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } | null }> } };

export type PartnerListQueryVariables = Exact<{ [key: string]: never; }>;


export type PartnerListQuery = { partners: Array<{ id: string, name: string, status: PartnerStatus, statusReason: string | null, registeredAt: string, subgraphs: Array<{ name: string, status: SubgraphStatus, statusReason: string | null, activeVersion: number | null, waitsFor: Array<string>, versions: Array<{ id: string, version: number }>, canary: { version: number, share: number, consumers: Array<string>, since: string } | null, withdrawn: { action: WithdrawalKind, version: number | null, reason: string | null, by: string | null } | null }> }> };

export type ServingFieldsFragment = { name: string, status: SubgraphStatus, statusReason: string | null, activeVersion: number | null, waitsFor: Array<string>, canary: { version: number, share: number, consumers: Array<string>, since: string } | null, withdrawn: { action: WithdrawalKind, version: number | null, reason: string | null, by: string | null } | null };

export type PartnerOwnershipQueryVariables = Exact<{
  partnerId?: string | null | undefined;
}>;


export type PartnerOwnershipQuery = { schemaOwnership: Array<{ coordinate: string, partnerId: string, subgraph: string, sinceVersion: number, since: string }> };

export type ServedSupergraphsQueryVariables = Exact<{ [key: string]: never; }>;


export type ServedSupergraphsQuery = { supergraphVersions: Array<{ version: string, hash: string, servedAt: string, parts: Array<{ name: string, version: number }> }> };

export type PartnerGrantsQueryVariables = Exact<{
  partnerId?: string | null | undefined;
}>;


export type PartnerGrantsQuery = { grants: Array<{ id: string, partnerId: string, kind: GrantKind, type: string, field: string | null, purpose: string, consumer: string, grantedAt: string, expiresAt: string | null, revokedAt: string | null }> };

export type PartnerPageQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type PartnerPageQuery = { partners: Array<{ id: string, name: string, status: PartnerStatus, statusReason: string | null, namespace: string, terms: string, registeredAt: string, hosts: Array<string> | null, contacts: Array<{ name: string | null, email: string, role: string | null }> | null, quota: { timeoutMs: number, concurrency: number, maxBytes: number, maxDepth: number, requestsPerMinute: number } | null, keys: Array<{ id: string, addedAt: string, expiresAt: string | null }>, subgraphs: Array<{ history: Array<number>, name: string, status: SubgraphStatus, statusReason: string | null, activeVersion: number | null, waitsFor: Array<string>, versions: Array<{ id: string, version: number, state: VersionState, digest: string, publishedAt: string, url: string | null, findings: Array<{ severity: CheckSeverity, rule: string, place: string, line: number | null, message: string, remedy: string }> | null }>, canary: { version: number, share: number, consumers: Array<string>, since: string } | null, withdrawn: { action: WithdrawalKind, version: number | null, reason: string | null, by: string | null } | null }> }> };

export type PartnerSchemasQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerSchemasQuery = { subgraphs: Array<{ name: string, activeVersion: number | null, canary: { version: number } | null, versions: Array<{ id: string, version: number, schema: string }> }> };

export type PartnerStandingQueryVariables = Exact<{
  partnerId: string;
  from: string;
  to: string;
}>;


export type PartnerStandingQuery = { partnerStanding: Array<{ subgraph: string, calls: number, faults: number, errorShare: number, p50Ms: number | null, p95Ms: number | null, days: Array<{ day: string, version: number, calls: number, faults: number, errorShare: number, p50Ms: number | null, p95Ms: number | null, busiestMinute: number }>, budget: { target: number, days: number, calls: number, faults: number, allowedFaults: number, faultsLeft: number, requestsPerMinute: number, requestsLeft: number } }> };

export type PartnerUsageStatementQueryVariables = Exact<{
  partnerId: string;
  from: string;
  to: string;
}>;


export type PartnerUsageStatementQuery = { partnerUsage: { requests: number, errors: number, consumers: Array<{ consumer: string, requests: number, errors: number }>, ownFields: Array<{ field: string, consumer: string, day: string, requests: number, errors: number }>, disclosures: Array<{ type: string, requests: number, representations: number }> } };

export type PartnerDisclosuresQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerDisclosuresQuery = { disclosures: { totalCount: number, nodes: Array<{ id: string, at: string, partnerId: string, subgraph: string, type: string, fields: Array<string>, representations: number, consumer: string }> } };

export type RecordDisclosuresQueryVariables = Exact<{
  type: string;
  recordId: string;
}>;


export type RecordDisclosuresQuery = { disclosures: { totalCount: number, nodes: Array<{ id: string, at: string, partnerId: string, subgraph: string, type: string, fields: Array<string>, representations: number, consumer: string }> } };

export type DisclosureFieldsFragment = { totalCount: number, nodes: Array<{ id: string, at: string, partnerId: string, subgraph: string, type: string, fields: Array<string>, representations: number, consumer: string }> };

export type PublishLogQueryVariables = Exact<{
  partnerId?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type PublishLogQuery = { publishLog: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ seq: number, at: string, actor: string, action: string, partnerId: string, subgraph: string | null, version: number | null, detail: string, proof: string | null, previous: string, hash: string }> } };

export type QuarterStateFieldsFragment = { fiscalYear: number, quarter: number, startsOn: string, endsOn: string, hasEnded: boolean, isReleased: boolean, isClosed: boolean | null, missingCount: number, closed: { closedAt: string, closedBy: string, reason: string } | null };

export type CenterQuarterFieldsFragment = { approvedCount: number, submittedCount: number, draftCount: number, returnedCount: number, amendedCount: number, center: { id: string, name: string }, report: { id: string, reportedAt: string, reportedBy: string, engagementCount: number } | null };

export type OwnQuartersQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OwnQuartersQuery = { fiscalQuarters: { totalCount: number, nodes: Array<{ fiscalYear: number, quarter: number, startsOn: string, endsOn: string, hasEnded: boolean, isReleased: boolean, isClosed: boolean | null, missingCount: number, centers: Array<{ approvedCount: number, submittedCount: number, draftCount: number, returnedCount: number, amendedCount: number, center: { id: string, name: string }, report: { id: string, reportedAt: string, reportedBy: string, engagementCount: number } | null }>, closed: { closedAt: string, closedBy: string, reason: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type QuarterYearsQueryVariables = Exact<{ [key: string]: never; }>;


export type QuarterYearsQuery = { newest: { nodes: Array<{ fiscalYear: number, hasEnded: boolean }> }, oldest: { nodes: Array<{ fiscalYear: number }> } };

export type NetworkQuartersQueryVariables = Exact<{
  fiscalYears?: Array<number> | number | null | undefined;
}>;


export type NetworkQuartersQuery = { fiscalQuarters: { nodes: Array<{ fiscalYear: number, quarter: number, startsOn: string, endsOn: string, hasEnded: boolean, isReleased: boolean, isClosed: boolean | null, missingCount: number, centers: Array<{ approvedCount: number, submittedCount: number, draftCount: number, returnedCount: number, amendedCount: number, center: { id: string, name: string }, report: { id: string, reportedAt: string, reportedBy: string, engagementCount: number } | null }>, closed: { closedAt: string, closedBy: string, reason: string } | null }> } };

export type CenterQuarterQueryVariables = Exact<{
  centerId: string;
  fiscalYear: number;
  quarter: number;
}>;


export type CenterQuarterQuery = { quarterPreview: { startsOn: string, endsOn: string, smeCount: number, undatedCount: number, center: { id: string, name: string }, report: { id: string, reportedAt: string, reportedBy: string, engagementCount: number, smeCount: number } | null, approved: { totalCount: number }, submitted: { totalCount: number }, stranded: { totalCount: number }, reported: { totalCount: number }, amended: { totalCount: number }, tooCoarselyDated: { totalCount: number } }, fiscalQuarters: { nodes: Array<{ fiscalYear: number, quarter: number, startsOn: string, endsOn: string, hasEnded: boolean, isReleased: boolean, isClosed: boolean | null, missingCount: number, closed: { closedAt: string, closedBy: string, reason: string } | null }> } };

export type QuarterRecordsQueryVariables = Exact<{
  centerId: string;
  fiscalYear: number;
  quarter: number;
  after?: string | null | undefined;
  approved: boolean;
  submitted: boolean;
  stranded: boolean;
  reported: boolean;
  amended: boolean;
  tooCoarselyDated: boolean;
}>;


export type QuarterRecordsQuery = { quarterPreview: { approved?: { totalCount: number, nodes: Array<{ id: string, status: EngagementStatus, late: boolean, kind: ServiceKind, title: string | null, startedOn: string | null, sme: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, submitted?: { totalCount: number, nodes: Array<{ id: string, status: EngagementStatus, late: boolean, kind: ServiceKind, title: string | null, startedOn: string | null, sme: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, stranded?: { totalCount: number, nodes: Array<{ id: string, status: EngagementStatus, late: boolean, kind: ServiceKind, title: string | null, startedOn: string | null, sme: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, reported?: { totalCount: number, nodes: Array<{ id: string, status: EngagementStatus, late: boolean, kind: ServiceKind, title: string | null, startedOn: string | null, sme: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, amended?: { totalCount: number, nodes: Array<{ id: string, status: EngagementStatus, late: boolean, kind: ServiceKind, title: string | null, startedOn: string | null, sme: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, tooCoarselyDated?: { totalCount: number, nodes: Array<{ id: string, status: EngagementStatus, late: boolean, kind: ServiceKind, title: string | null, startedOn: string | null, sme: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type UndatedRecordsQueryVariables = Exact<{
  centerId: string;
  after?: string | null | undefined;
}>;


export type UndatedRecordsQuery = { engagements: { totalCount: number, nodes: Array<{ id: string, status: EngagementStatus, late: boolean, kind: ServiceKind, title: string | null, startedOn: string | null, sme: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type QuarterRecordPageFragment = { totalCount: number, nodes: Array<{ id: string, status: EngagementStatus, late: boolean, kind: ServiceKind, title: string | null, startedOn: string | null, sme: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type ReportQuarterMutationVariables = Exact<{
  centerId: string;
  fiscalYear: number;
  quarter: number;
  leaveDrafts: boolean;
}>;


export type ReportQuarterMutation = { reportQuarter: { id: string, reportedAt: string, reportedBy: string, engagementCount: number, smeCount: number } };

export type CloseQuarterMutationVariables = Exact<{
  fiscalYear: number;
  quarter: number;
  reason: string;
}>;


export type CloseQuarterMutation = { closeQuarter: { id: string, closedAt: string, closedBy: string, reason: string } };

export type ReleasableQuartersQueryVariables = Exact<{ [key: string]: never; }>;


export type ReleasableQuartersQuery = { fiscalQuarters: { nodes: Array<{ fiscalYear: number, quarter: number, hasEnded: boolean, isClosed: boolean | null, isReleased: boolean, missingCount: number }> } };

export type PreviewReleaseQueryVariables = Exact<{
  quarters?: Array<FiscalQuarterInput> | FiscalQuarterInput | null | undefined;
}>;


export type PreviewReleaseQuery = { previewRelease: { status: PreviewStatus, progress: number, preview: string | null, shareOfCellsSuppressed: number | null, shareOfRecordsSuppressed: number | null, amended: Array<string> | null, tooCoarselyDated: number | null, audited: number | null, digest: string | null, refusals: Array<{ code: string, message: string, remedy: string, quarter: { fiscalYear: number, quarter: number } | null, centers: Array<{ id: string, name: string }>, waiting: Array<{ name: string, why: Array<string> }> }>, periods: Array<{ fiscalYear: number, quarter: number }> | null, added: Array<{ fiscalYear: number, quarter: number }> | null, tables: Array<{ table: string, title: string, published: number, suppressed: number, empty: number }> | null, suppressed: Array<{ reason: string, cells: number }> | null, waiting: Array<{ name: string, why: Array<string> }> | null } };

export type PublishedReleasesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type PublishedReleasesQuery = { releases: { totalCount: number, nodes: Array<{ id: string, number: number, publishedAt: string, basis: ReleaseBasis, synthetic: boolean, note: string | null, periods: Array<{ fiscalYear: number, quarter: number }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type PublishReleaseMutationVariables = Exact<{
  input: PublishReleaseInput;
}>;


export type PublishReleaseMutation = { publishRelease: { id: string, number: number, publishedAt: string, periods: Array<{ fiscalYear: number, quarter: number }> } };

export type StatisticsReleasesQueryVariables = Exact<{ [key: string]: never; }>;


export type StatisticsReleasesQuery = { releases: { nodes: Array<{ id: string, number: number, publishedAt: string, basis: ReleaseBasis, synthetic: boolean, digest: string, program: string, note: string | null, periods: Array<{ fiscalYear: number, quarter: number }>, rules: { minContributors: number, minMoneyContributors: number } | null, tables: Array<{ table: string, title: string }> }> } };

export type StatisticsTableQueryVariables = Exact<{
  table: string;
  release: string;
}>;


export type StatisticsTableQuery = { statistics: { id: string, title: string, notes: Array<string>, json: string, downloads: Array<{ format: string, url: string }> } };

export type StatisticsCellsQueryVariables = Exact<{
  table: string;
  release: string;
  where?: StatisticsWhere | null | undefined;
}>;


export type StatisticsCellsQuery = { statistics: { id: string, cellCount: number, cells: Array<{ status: CellStatus, coordinates: Array<{ dimension: string, value: string }>, values: Array<{ measure: string, value: number | null }> }> } };

export type TraceFlowQueryVariables = Exact<{
  where?: TraceWhere | null | undefined;
  by: Array<TraceDimension> | TraceDimension;
}>;


export type TraceFlowQuery = { traceTotals: Array<{ kind: ServiceKind | null, smeState: string | null, naicsSector: string | null, smeCount: number | null, engagementCount: number | null, status: CellStatus, center: { id: string, name: string } | null, institute: { id: string, name: string } | null }> };

export type PickCentersQueryVariables = Exact<{ [key: string]: never; }>;


export type PickCentersQuery = { mepCenters: { nodes: Array<{ id: string, name: string, state: string }> } };

export type PickInstitutesQueryVariables = Exact<{ [key: string]: never; }>;


export type PickInstitutesQuery = { institutes: { nodes: Array<{ id: string, name: string, nativeName: string | null, sponsor: { id: string, name: string } | null }> } };

export type PickManufacturersQueryVariables = Exact<{
  search?: string | null | undefined;
}>;


export type PickManufacturersQuery = { smes: { nodes: Array<{ id: string, name: string, city: string | null, state: string | null }> } };

export type NamesOfManufacturersQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type NamesOfManufacturersQuery = { smes: { nodes: Array<{ id: string, name: string }> } };

export type OutcomesToVerifyQueryVariables = Exact<{
  verifications: Array<Verification> | Verification;
  metrics?: Array<OutcomeMetric> | OutcomeMetric | null | undefined;
  orderBy: OutcomeOrder;
  after?: string | null | undefined;
}>;


export type OutcomesToVerifyQuery = { outcomes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, revision: number, windowStart: string | null, windowEnd: string | null, verification: Verification, synthetic: boolean, sme: { id: string, name: string, city: string | null, state: string | null }, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null, claims: Array<{ metric: OutcomeMetric, value: number, currency: string | null, qualifier: string | null }>, covers: Array<{ id: string, kind: ServiceKind, startedOn: string | null }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, history: Array<{ id: string, action: string, at: string, by: string, reason: string | null }>, comparisons: Array<{ metric: OutcomeMetric, employees: number | null, limit: number | null, kind: ServiceKind | null, employeesFrom: number | null, employeesTo: number | null, comparisons: Array<{ basis: ComparisonBasis, reports: number, median: number | null, deviation: number | null, timesMedian: number | null, exceeds: number | null, isUnusual: boolean | null }> }> }> } };

export type ReviewOutcomesMutationVariables = Exact<{
  records: Array<SeenRecordInput> | SeenRecordInput;
  verification: Verification;
  reason: string;
  key: string;
}>;


export type ReviewOutcomesMutation = { done: Array<{ outcomeId: string, outcome: { id: string, revision: number, verification: Verification } | null, refusal: { code: string, message: string } | null }> };

type NamedRecordFields_Agency_Fragment = { __typename: 'Agency', id: string };

type NamedRecordFields_Award_Fragment = { __typename: 'Award', id: string };

type NamedRecordFields_Change_Fragment = { __typename: 'Change', id: string };

type NamedRecordFields_ClosedQuarter_Fragment = { __typename: 'ClosedQuarter', id: string };

type NamedRecordFields_Course_Fragment = { __typename: 'Course', name: string, id: string };

type NamedRecordFields_Doubt_Fragment = { __typename: 'Doubt', id: string };

type NamedRecordFields_Embedding_Fragment = { __typename: 'Embedding', id: string };

type NamedRecordFields_Engagement_Fragment = { __typename: 'Engagement', id: string };

type NamedRecordFields_Entitlement_Fragment = { __typename: 'Entitlement', id: string };

type NamedRecordFields_Facility_Fragment = { __typename: 'Facility', name: string, id: string };

type NamedRecordFields_ImportBatch_Fragment = { __typename: 'ImportBatch', id: string };

type NamedRecordFields_IndicatorDefinition_Fragment = { __typename: 'IndicatorDefinition', id: string };

type NamedRecordFields_Institute_Fragment = { __typename: 'Institute', name: string, nativeName: string | null, id: string };

type NamedRecordFields_Membership_Fragment = { __typename: 'Membership', id: string };

type NamedRecordFields_MembershipTier_Fragment = { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string };

type NamedRecordFields_MepCenter_Fragment = { __typename: 'MepCenter', name: string, id: string };

type NamedRecordFields_Network_Fragment = { __typename: 'Network', id: string };

type NamedRecordFields_Observation_Fragment = { __typename: 'Observation', id: string };

type NamedRecordFields_Outcome_Fragment = { __typename: 'Outcome', id: string };

type NamedRecordFields_Project_Fragment = { __typename: 'Project', id: string };

type NamedRecordFields_ProjectCall_Fragment = { __typename: 'ProjectCall', id: string };

type NamedRecordFields_QuarterReport_Fragment = { __typename: 'QuarterReport', id: string };

type NamedRecordFields_Release_Fragment = { __typename: 'Release', id: string };

type NamedRecordFields_Revision_Fragment = { __typename: 'Revision', id: string };

type NamedRecordFields_RoadmapArea_Fragment = { __typename: 'RoadmapArea', id: string };

type NamedRecordFields_Sme_Fragment = { __typename: 'Sme', name: string, id: string };

type NamedRecordFields_SourceDocument_Fragment = { __typename: 'SourceDocument', id: string };

type NamedRecordFields_StatisticsTable_Fragment = { __typename: 'StatisticsTable', id: string };

type NamedRecordFields_Technology_Fragment = { __typename: 'Technology', name: string, id: string };

type NamedRecordFields_Trace_Fragment = { __typename: 'Trace', id: string };

export type NamedRecordFieldsFragment =
  | NamedRecordFields_Agency_Fragment
  | NamedRecordFields_Award_Fragment
  | NamedRecordFields_Change_Fragment
  | NamedRecordFields_ClosedQuarter_Fragment
  | NamedRecordFields_Course_Fragment
  | NamedRecordFields_Doubt_Fragment
  | NamedRecordFields_Embedding_Fragment
  | NamedRecordFields_Engagement_Fragment
  | NamedRecordFields_Entitlement_Fragment
  | NamedRecordFields_Facility_Fragment
  | NamedRecordFields_ImportBatch_Fragment
  | NamedRecordFields_IndicatorDefinition_Fragment
  | NamedRecordFields_Institute_Fragment
  | NamedRecordFields_Membership_Fragment
  | NamedRecordFields_MembershipTier_Fragment
  | NamedRecordFields_MepCenter_Fragment
  | NamedRecordFields_Network_Fragment
  | NamedRecordFields_Observation_Fragment
  | NamedRecordFields_Outcome_Fragment
  | NamedRecordFields_Project_Fragment
  | NamedRecordFields_ProjectCall_Fragment
  | NamedRecordFields_QuarterReport_Fragment
  | NamedRecordFields_Release_Fragment
  | NamedRecordFields_Revision_Fragment
  | NamedRecordFields_RoadmapArea_Fragment
  | NamedRecordFields_Sme_Fragment
  | NamedRecordFields_SourceDocument_Fragment
  | NamedRecordFields_StatisticsTable_Fragment
  | NamedRecordFields_Technology_Fragment
  | NamedRecordFields_Trace_Fragment
;

export type RevisionFieldsFragment = { id: string, revision: number, action: string, at: string, by: string, role: string, origin: ChangeOrigin, reason: string | null, about: string | null, recordType: string, recordId: string, recordName: string | null, changes: Array<{ field: string, before: string | null, after: string | null, beforeRecord:
      | { __typename: 'Agency', id: string }
      | { __typename: 'Award', id: string }
      | { __typename: 'Change', id: string }
      | { __typename: 'ClosedQuarter', id: string }
      | { __typename: 'Course', name: string, id: string }
      | { __typename: 'Doubt', id: string }
      | { __typename: 'Embedding', id: string }
      | { __typename: 'Engagement', id: string }
      | { __typename: 'Entitlement', id: string }
      | { __typename: 'Facility', name: string, id: string }
      | { __typename: 'ImportBatch', id: string }
      | { __typename: 'IndicatorDefinition', id: string }
      | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
      | { __typename: 'Membership', id: string }
      | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
      | { __typename: 'MepCenter', name: string, id: string }
      | { __typename: 'Network', id: string }
      | { __typename: 'Observation', id: string }
      | { __typename: 'Outcome', id: string }
      | { __typename: 'Project', id: string }
      | { __typename: 'ProjectCall', id: string }
      | { __typename: 'QuarterReport', id: string }
      | { __typename: 'Release', id: string }
      | { __typename: 'Revision', id: string }
      | { __typename: 'RoadmapArea', id: string }
      | { __typename: 'Sme', name: string, id: string }
      | { __typename: 'SourceDocument', id: string }
      | { __typename: 'StatisticsTable', id: string }
      | { __typename: 'Technology', name: string, id: string }
      | { __typename: 'Trace', id: string }
     | null, afterRecord:
      | { __typename: 'Agency', id: string }
      | { __typename: 'Award', id: string }
      | { __typename: 'Change', id: string }
      | { __typename: 'ClosedQuarter', id: string }
      | { __typename: 'Course', name: string, id: string }
      | { __typename: 'Doubt', id: string }
      | { __typename: 'Embedding', id: string }
      | { __typename: 'Engagement', id: string }
      | { __typename: 'Entitlement', id: string }
      | { __typename: 'Facility', name: string, id: string }
      | { __typename: 'ImportBatch', id: string }
      | { __typename: 'IndicatorDefinition', id: string }
      | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
      | { __typename: 'Membership', id: string }
      | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
      | { __typename: 'MepCenter', name: string, id: string }
      | { __typename: 'Network', id: string }
      | { __typename: 'Observation', id: string }
      | { __typename: 'Outcome', id: string }
      | { __typename: 'Project', id: string }
      | { __typename: 'ProjectCall', id: string }
      | { __typename: 'QuarterReport', id: string }
      | { __typename: 'Release', id: string }
      | { __typename: 'Revision', id: string }
      | { __typename: 'RoadmapArea', id: string }
      | { __typename: 'Sme', name: string, id: string }
      | { __typename: 'SourceDocument', id: string }
      | { __typename: 'StatisticsTable', id: string }
      | { __typename: 'Technology', name: string, id: string }
      | { __typename: 'Trace', id: string }
     | null }> };

export type RevisionPageFragment = { totalCount: number, nodes: Array<{ id: string, revision: number, action: string, at: string, by: string, role: string, origin: ChangeOrigin, reason: string | null, about: string | null, recordType: string, recordId: string, recordName: string | null, changes: Array<{ field: string, before: string | null, after: string | null, beforeRecord:
        | { __typename: 'Agency', id: string }
        | { __typename: 'Award', id: string }
        | { __typename: 'Change', id: string }
        | { __typename: 'ClosedQuarter', id: string }
        | { __typename: 'Course', name: string, id: string }
        | { __typename: 'Doubt', id: string }
        | { __typename: 'Embedding', id: string }
        | { __typename: 'Engagement', id: string }
        | { __typename: 'Entitlement', id: string }
        | { __typename: 'Facility', name: string, id: string }
        | { __typename: 'ImportBatch', id: string }
        | { __typename: 'IndicatorDefinition', id: string }
        | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
        | { __typename: 'Membership', id: string }
        | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
        | { __typename: 'MepCenter', name: string, id: string }
        | { __typename: 'Network', id: string }
        | { __typename: 'Observation', id: string }
        | { __typename: 'Outcome', id: string }
        | { __typename: 'Project', id: string }
        | { __typename: 'ProjectCall', id: string }
        | { __typename: 'QuarterReport', id: string }
        | { __typename: 'Release', id: string }
        | { __typename: 'Revision', id: string }
        | { __typename: 'RoadmapArea', id: string }
        | { __typename: 'Sme', name: string, id: string }
        | { __typename: 'SourceDocument', id: string }
        | { __typename: 'StatisticsTable', id: string }
        | { __typename: 'Technology', name: string, id: string }
        | { __typename: 'Trace', id: string }
       | null, afterRecord:
        | { __typename: 'Agency', id: string }
        | { __typename: 'Award', id: string }
        | { __typename: 'Change', id: string }
        | { __typename: 'ClosedQuarter', id: string }
        | { __typename: 'Course', name: string, id: string }
        | { __typename: 'Doubt', id: string }
        | { __typename: 'Embedding', id: string }
        | { __typename: 'Engagement', id: string }
        | { __typename: 'Entitlement', id: string }
        | { __typename: 'Facility', name: string, id: string }
        | { __typename: 'ImportBatch', id: string }
        | { __typename: 'IndicatorDefinition', id: string }
        | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
        | { __typename: 'Membership', id: string }
        | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
        | { __typename: 'MepCenter', name: string, id: string }
        | { __typename: 'Network', id: string }
        | { __typename: 'Observation', id: string }
        | { __typename: 'Outcome', id: string }
        | { __typename: 'Project', id: string }
        | { __typename: 'ProjectCall', id: string }
        | { __typename: 'QuarterReport', id: string }
        | { __typename: 'Release', id: string }
        | { __typename: 'Revision', id: string }
        | { __typename: 'RoadmapArea', id: string }
        | { __typename: 'Sme', name: string, id: string }
        | { __typename: 'SourceDocument', id: string }
        | { __typename: 'StatisticsTable', id: string }
        | { __typename: 'Technology', name: string, id: string }
        | { __typename: 'Trace', id: string }
       | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type RecordChangesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type RecordChangesQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, revisions: { totalCount: number, nodes: Array<{ id: string, revision: number, action: string, at: string, by: string, role: string, origin: ChangeOrigin, reason: string | null, about: string | null, recordType: string, recordId: string, recordName: string | null, changes: Array<{ field: string, before: string | null, after: string | null, beforeRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null, afterRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, revisions: { totalCount: number, nodes: Array<{ id: string, revision: number, action: string, at: string, by: string, role: string, origin: ChangeOrigin, reason: string | null, about: string | null, recordType: string, recordId: string, recordName: string | null, changes: Array<{ field: string, before: string | null, after: string | null, beforeRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null, afterRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { id: string }
    | { id: string }
    | { id: string, revisions: { totalCount: number, nodes: Array<{ id: string, revision: number, action: string, at: string, by: string, role: string, origin: ChangeOrigin, reason: string | null, about: string | null, recordType: string, recordId: string, recordName: string | null, changes: Array<{ field: string, before: string | null, after: string | null, beforeRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null, afterRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { id: string }
    | { id: string }
    | { id: string, revisions: { totalCount: number, nodes: Array<{ id: string, revision: number, action: string, at: string, by: string, role: string, origin: ChangeOrigin, reason: string | null, about: string | null, recordType: string, recordId: string, recordName: string | null, changes: Array<{ field: string, before: string | null, after: string | null, beforeRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null, afterRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, revisions: { totalCount: number, nodes: Array<{ id: string, revision: number, action: string, at: string, by: string, role: string, origin: ChangeOrigin, reason: string | null, about: string | null, recordType: string, recordId: string, recordName: string | null, changes: Array<{ field: string, before: string | null, after: string | null, beforeRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null, afterRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { id: string }
    | { id: string }
    | { id: string, revisions: { totalCount: number, nodes: Array<{ id: string, revision: number, action: string, at: string, by: string, role: string, origin: ChangeOrigin, reason: string | null, about: string | null, recordType: string, recordId: string, recordName: string | null, changes: Array<{ field: string, before: string | null, after: string | null, beforeRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null, afterRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string, revisions: { totalCount: number, nodes: Array<{ id: string, revision: number, action: string, at: string, by: string, role: string, origin: ChangeOrigin, reason: string | null, about: string | null, recordType: string, recordId: string, recordName: string | null, changes: Array<{ field: string, before: string | null, after: string | null, beforeRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null, afterRecord:
              | { __typename: 'Agency', id: string }
              | { __typename: 'Award', id: string }
              | { __typename: 'Change', id: string }
              | { __typename: 'ClosedQuarter', id: string }
              | { __typename: 'Course', name: string, id: string }
              | { __typename: 'Doubt', id: string }
              | { __typename: 'Embedding', id: string }
              | { __typename: 'Engagement', id: string }
              | { __typename: 'Entitlement', id: string }
              | { __typename: 'Facility', name: string, id: string }
              | { __typename: 'ImportBatch', id: string }
              | { __typename: 'IndicatorDefinition', id: string }
              | { __typename: 'Institute', name: string, nativeName: string | null, id: string }
              | { __typename: 'Membership', id: string }
              | { __typename: 'MembershipTier', name: string, nativeName: string | null, id: string }
              | { __typename: 'MepCenter', name: string, id: string }
              | { __typename: 'Network', id: string }
              | { __typename: 'Observation', id: string }
              | { __typename: 'Outcome', id: string }
              | { __typename: 'Project', id: string }
              | { __typename: 'ProjectCall', id: string }
              | { __typename: 'QuarterReport', id: string }
              | { __typename: 'Release', id: string }
              | { __typename: 'Revision', id: string }
              | { __typename: 'RoadmapArea', id: string }
              | { __typename: 'Sme', name: string, id: string }
              | { __typename: 'SourceDocument', id: string }
              | { __typename: 'StatisticsTable', id: string }
              | { __typename: 'Technology', name: string, id: string }
              | { __typename: 'Trace', id: string }
             | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type SourceFieldsFragment = { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null };

export type DoubtFieldsFragment = { id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string };

export type FigureFieldsFragment = { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } };

export type FigureOfInstituteQueryVariables = Exact<{
  id: string;
  property: string;
}>;


export type FigureOfInstituteQuery = { observations: { nodes: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } };

export type FigureOfCenterQueryVariables = Exact<{
  id: string;
  property: string;
}>;


export type FigureOfCenterQuery = { mepCenter: { id: string, observations: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } | null };

export type FigureOfNetworkQueryVariables = Exact<{
  id: string;
  property: string;
}>;


export type FigureOfNetworkQuery = { observations: { nodes: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } };

export type OfferedNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type OfferedNamesQuery = { facilities: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, courses: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, technologies: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, networks: Array<{ id: string, name: string, nativeName: string | null }> };

export type PlaceFieldsFragment = { city: string | null, state: string | null, country: string, nativeCity: string | null };

export type MilestoneFieldsFragment = { kind: string, date: string, asPrinted: string | null, reason: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }> };

export type EmbeddingFieldsFragment = { id: string, kind: EmbeddingKind, startsOn: string | null, endsOn: string | null, note: string | null, asOf: string | null, asOfWords: string | null, award: { amount: number, currency: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null };

export type KeyFigureFieldsFragment = { figure: KeyFigureName, answer: FigureAnswer, value: number | null, unit: string, n: number, absent: string | null, verification: Array<{ verification: Verification, reports: number }>, coverage: { words: string }, published: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> };

export type IndicatorFieldsFragment = { status: IndicatorStatus, answer: FigureAnswer, value: number | null, unit: string | null, n: number | null, formula: string | null, reason: string | null, seriesBreak: string | null, definition: { id: string, group: IndicatorGroup, name: string, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }, coverage: { words: string } | null, verification: Array<{ verification: Verification, reports: number }>, observation: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> };

export type ServedYearsQueryVariables = Exact<{
  where?: TraceWhere | null | undefined;
}>;


export type ServedYearsQuery = { traceTotals: Array<{ fiscalYear: number | null }>, calendar: Array<{ calendarYear: number | null }> };

export type EngagementFieldsFragment = { id: string, kind: ServiceKind, title: string | null, startedOn: string | null, endedOn: string | null, status: EngagementStatus, practice: string | null, note: string | null, hours: number | null, feePaid: boolean | null, entitlement: EntitlementLevel | null, peopleTrained: number | null, credential: string | null, instrument: TransferInstrument | null, mrlFrom: number | null, mrlTo: number | null, synthetic: boolean, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null, facility: { id: string, name: string } | null, course: { id: string, name: string } | null, technology: { id: string, name: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } | null };

export type OutcomeFieldsFragment = { id: string, windowStart: string | null, windowEnd: string | null, verification: Verification, synthetic: boolean, claims: Array<{ metric: OutcomeMetric, value: number, currency: string | null, qualifier: string | null }>, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null, covers: Array<{ id: string, kind: ServiceKind, startedOn: string | null }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } };

export type MrlLevelsQueryVariables = Exact<{ [key: string]: never; }>;


export type MrlLevelsQuery = { mrlLevels: Array<{ level: number, definition: string, nativeDefinition: string, stages: Array<string>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> };

export type TraceRowsQueryVariables = Exact<{
  where?: TraceWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type TraceRowsQuery = { trace: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: ServiceKind, engagementCount: number, firstOn: string | null, lastOn: string | null, hours: number | null, peopleTrained: number | null, sme: { id: string, name: string, city: string | null, state: string | null, naics: string | null, synthetic: boolean }, center: { id: string, name: string } | null, institute: { id: string, name: string } | null }> } };

export type TraceSumsQueryVariables = Exact<{
  where?: TraceWhere | null | undefined;
}>;


export type TraceSumsQuery = { traceTotals: Array<{ kind: ServiceKind | null, smeCount: number | null, engagementCount: number | null, hours: number | null, peopleTrained: number | null, status: CellStatus, outcomes: Array<{ metric: OutcomeMetric, value: number, currency: string | null, reports: number, verification: Verification }> | null }>, all: Array<{ smeCount: number | null, engagementCount: number | null }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const WaitingFieldsFragmentDoc = new TypedDocumentString(`
    fragment WaitingFields on Engagement {
  id
  revision
  status
  kind
  title
  practice
  startedOn
  endedOn
  late
  loggedBy
  submittedAt
  sme {
    id
    name
    city
    state
  }
  facility {
    id
    name
  }
  course {
    id
    name
  }
  technology {
    id
    name
  }
  likelyDuplicates {
    id
  }
}
    `, {"fragmentName":"WaitingFields"}) as unknown as TypedDocumentString<WaitingFieldsFragment, unknown>;
export const DecisionFieldsFragmentDoc = new TypedDocumentString(`
    fragment DecisionFields on EngagementAnswer {
  engagementId
  engagement {
    id
    revision
    status
  }
  refusal {
    code
    message
    current {
      ...WaitingFields
    }
  }
}
    fragment WaitingFields on Engagement {
  id
  revision
  status
  kind
  title
  practice
  startedOn
  endedOn
  late
  loggedBy
  submittedAt
  sme {
    id
    name
    city
    state
  }
  facility {
    id
    name
  }
  course {
    id
    name
  }
  technology {
    id
    name
  }
  likelyDuplicates {
    id
  }
}`, {"fragmentName":"DecisionFields"}) as unknown as TypedDocumentString<DecisionFieldsFragment, unknown>;
export const MergeFieldsFragmentDoc = new TypedDocumentString(`
    fragment MergeFields on SmeMerge {
  at
  by
  reason
  yours
  merged {
    id
    name
    city
    state
    revision
  }
  into {
    id
    name
    city
    state
  }
}
    `, {"fragmentName":"MergeFields"}) as unknown as TypedDocumentString<MergeFieldsFragment, unknown>;
export const SideFieldsFragmentDoc = new TypedDocumentString(`
    fragment SideFields on Sme {
  id
  name
  city
  state
  naics
  employees
  isSmall
  revision
  synthetic
  identifiers {
    scheme
    value
  }
  mergedManufacturers {
    id
    name
  }
  engagements(first: 1) {
    totalCount
    nodes {
      id
      startedOn
    }
  }
  outcomes {
    id
  }
  memberships(first: 1) {
    totalCount
  }
}
    `, {"fragmentName":"SideFields"}) as unknown as TypedDocumentString<SideFieldsFragment, unknown>;
export const SourceFieldsFragmentDoc = new TypedDocumentString(`
    fragment SourceFields on Source {
  id
  document
  section
  line
  url
  readOn
}
    `, {"fragmentName":"SourceFields"}) as unknown as TypedDocumentString<SourceFieldsFragment, unknown>;
export const PhaseFieldsFragmentDoc = new TypedDocumentString(`
    fragment PhaseFields on FundingPhase {
  programYear
  funds
  withinPlan
  source {
    ...SourceFields
  }
}
    fragment SourceFields on Source {
  id
  document
  section
  line
  url
  readOn
}`, {"fragmentName":"PhaseFields"}) as unknown as TypedDocumentString<PhaseFieldsFragment, unknown>;
export const OfferingInstituteFragmentDoc = new TypedDocumentString(`
    fragment OfferingInstitute on Institute {
  id
  name
  nativeName
  technologyArea
  nativeTechnologyArea
  mrlFrom
  mrlTo
}
    `, {"fragmentName":"OfferingInstitute"}) as unknown as TypedDocumentString<OfferingInstituteFragment, unknown>;
export const ServingFieldsFragmentDoc = new TypedDocumentString(`
    fragment ServingFields on PartnerSubgraph {
  name
  status
  statusReason
  activeVersion
  waitsFor
  canary {
    version
    share
    consumers
    since
  }
  withdrawn {
    action
    version
    reason
    by
  }
}
    `, {"fragmentName":"ServingFields"}) as unknown as TypedDocumentString<ServingFieldsFragment, unknown>;
export const DisclosureFieldsFragmentDoc = new TypedDocumentString(`
    fragment DisclosureFields on DisclosureConnection {
  totalCount
  nodes {
    id
    at
    partnerId
    subgraph
    type
    fields
    representations
    consumer
  }
}
    `, {"fragmentName":"DisclosureFields"}) as unknown as TypedDocumentString<DisclosureFieldsFragment, unknown>;
export const QuarterStateFieldsFragmentDoc = new TypedDocumentString(`
    fragment QuarterStateFields on QuarterState {
  fiscalYear
  quarter
  startsOn
  endsOn
  hasEnded
  isReleased
  isClosed
  missingCount
  closed {
    closedAt
    closedBy
    reason
  }
}
    `, {"fragmentName":"QuarterStateFields"}) as unknown as TypedDocumentString<QuarterStateFieldsFragment, unknown>;
export const CenterQuarterFieldsFragmentDoc = new TypedDocumentString(`
    fragment CenterQuarterFields on CenterQuarter {
  center {
    id
    name
  }
  report {
    id
    reportedAt
    reportedBy
    engagementCount
  }
  approvedCount
  submittedCount
  draftCount
  returnedCount
  amendedCount
}
    `, {"fragmentName":"CenterQuarterFields"}) as unknown as TypedDocumentString<CenterQuarterFieldsFragment, unknown>;
export const QuarterRecordPageFragmentDoc = new TypedDocumentString(`
    fragment QuarterRecordPage on EngagementConnection {
  totalCount
  nodes {
    id
    status
    late
    kind
    title
    startedOn
    sme {
      id
      name
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    `, {"fragmentName":"QuarterRecordPage"}) as unknown as TypedDocumentString<QuarterRecordPageFragment, unknown>;
export const NamedRecordFieldsFragmentDoc = new TypedDocumentString(`
    fragment NamedRecordFields on Node {
  __typename
  id
  ... on Sme {
    name
  }
  ... on MepCenter {
    name
  }
  ... on Institute {
    name
    nativeName
  }
  ... on Facility {
    name
  }
  ... on Course {
    name
  }
  ... on Technology {
    name
  }
  ... on MembershipTier {
    name
    nativeName
  }
}
    `, {"fragmentName":"NamedRecordFields"}) as unknown as TypedDocumentString<NamedRecordFieldsFragment, unknown>;
export const RevisionFieldsFragmentDoc = new TypedDocumentString(`
    fragment RevisionFields on Revision {
  id
  revision
  action
  at
  by
  role
  origin
  reason
  about
  recordType
  recordId
  recordName
  changes {
    field
    before
    after
    beforeRecord {
      ...NamedRecordFields
    }
    afterRecord {
      ...NamedRecordFields
    }
  }
}
    fragment NamedRecordFields on Node {
  __typename
  id
  ... on Sme {
    name
  }
  ... on MepCenter {
    name
  }
  ... on Institute {
    name
    nativeName
  }
  ... on Facility {
    name
  }
  ... on Course {
    name
  }
  ... on Technology {
    name
  }
  ... on MembershipTier {
    name
    nativeName
  }
}`, {"fragmentName":"RevisionFields"}) as unknown as TypedDocumentString<RevisionFieldsFragment, unknown>;
export const RevisionPageFragmentDoc = new TypedDocumentString(`
    fragment RevisionPage on RevisionConnection {
  totalCount
  nodes {
    ...RevisionFields
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    fragment NamedRecordFields on Node {
  __typename
  id
  ... on Sme {
    name
  }
  ... on MepCenter {
    name
  }
  ... on Institute {
    name
    nativeName
  }
  ... on Facility {
    name
  }
  ... on Course {
    name
  }
  ... on Technology {
    name
  }
  ... on MembershipTier {
    name
    nativeName
  }
}
fragment RevisionFields on Revision {
  id
  revision
  action
  at
  by
  role
  origin
  reason
  about
  recordType
  recordId
  recordName
  changes {
    field
    before
    after
    beforeRecord {
      ...NamedRecordFields
    }
    afterRecord {
      ...NamedRecordFields
    }
  }
}`, {"fragmentName":"RevisionPage"}) as unknown as TypedDocumentString<RevisionPageFragment, unknown>;
export const PlaceFieldsFragmentDoc = new TypedDocumentString(`
    fragment PlaceFields on Place {
  city
  state
  country
  nativeCity
}
    `, {"fragmentName":"PlaceFields"}) as unknown as TypedDocumentString<PlaceFieldsFragment, unknown>;
export const DoubtFieldsFragmentDoc = new TypedDocumentString(`
    fragment DoubtFields on Doubt {
  id
  settled
  what
  printed
  right
  settledBy
  why
}
    `, {"fragmentName":"DoubtFields"}) as unknown as TypedDocumentString<DoubtFieldsFragment, unknown>;
export const MilestoneFieldsFragmentDoc = new TypedDocumentString(`
    fragment MilestoneFields on Milestone {
  kind
  date
  asPrinted
  reason
  source {
    ...SourceFields
  }
  doubts {
    ...DoubtFields
  }
}
    fragment SourceFields on Source {
  id
  document
  section
  line
  url
  readOn
}
fragment DoubtFields on Doubt {
  id
  settled
  what
  printed
  right
  settledBy
  why
}`, {"fragmentName":"MilestoneFields"}) as unknown as TypedDocumentString<MilestoneFieldsFragment, unknown>;
export const EmbeddingFieldsFragmentDoc = new TypedDocumentString(`
    fragment EmbeddingFields on Embedding {
  id
  kind
  startsOn
  endsOn
  note
  asOf
  asOfWords
  award {
    amount
    currency
  }
  source {
    ...SourceFields
  }
  center {
    id
    name
  }
  institute {
    id
    name
    nativeName
  }
}
    fragment SourceFields on Source {
  id
  document
  section
  line
  url
  readOn
}`, {"fragmentName":"EmbeddingFields"}) as unknown as TypedDocumentString<EmbeddingFieldsFragment, unknown>;
export const FigureFieldsFragmentDoc = new TypedDocumentString(`
    fragment FigureFields on Observation {
  id
  subjectType
  subjectId
  property
  number
  value
  text
  nativeText
  unit
  asPrinted
  printedValue
  asOf
  asOfWords
  fiscalYear
  period
  party
  accepted
  reason
  seriesBreak
  doubts {
    ...DoubtFields
  }
  source {
    ...SourceFields
  }
}
    fragment SourceFields on Source {
  id
  document
  section
  line
  url
  readOn
}
fragment DoubtFields on Doubt {
  id
  settled
  what
  printed
  right
  settledBy
  why
}`, {"fragmentName":"FigureFields"}) as unknown as TypedDocumentString<FigureFieldsFragment, unknown>;
export const KeyFigureFieldsFragmentDoc = new TypedDocumentString(`
    fragment KeyFigureFields on KeyFigure {
  figure
  answer
  value
  unit
  n
  absent
  verification {
    verification
    reports
  }
  coverage {
    words
  }
  published {
    ...FigureFields
  }
  otherFigures {
    ...FigureFields
  }
}
    fragment SourceFields on Source {
  id
  document
  section
  line
  url
  readOn
}
fragment DoubtFields on Doubt {
  id
  settled
  what
  printed
  right
  settledBy
  why
}
fragment FigureFields on Observation {
  id
  subjectType
  subjectId
  property
  number
  value
  text
  nativeText
  unit
  asPrinted
  printedValue
  asOf
  asOfWords
  fiscalYear
  period
  party
  accepted
  reason
  seriesBreak
  doubts {
    ...DoubtFields
  }
  source {
    ...SourceFields
  }
}`, {"fragmentName":"KeyFigureFields"}) as unknown as TypedDocumentString<KeyFigureFieldsFragment, unknown>;
export const IndicatorFieldsFragmentDoc = new TypedDocumentString(`
    fragment IndicatorFields on Indicator {
  definition {
    id
    group
    name
    source {
      ...SourceFields
    }
  }
  status
  answer
  value
  unit
  n
  formula
  reason
  seriesBreak
  coverage {
    words
  }
  verification {
    verification
    reports
  }
  observation {
    ...FigureFields
  }
  otherFigures {
    ...FigureFields
  }
}
    fragment SourceFields on Source {
  id
  document
  section
  line
  url
  readOn
}
fragment DoubtFields on Doubt {
  id
  settled
  what
  printed
  right
  settledBy
  why
}
fragment FigureFields on Observation {
  id
  subjectType
  subjectId
  property
  number
  value
  text
  nativeText
  unit
  asPrinted
  printedValue
  asOf
  asOfWords
  fiscalYear
  period
  party
  accepted
  reason
  seriesBreak
  doubts {
    ...DoubtFields
  }
  source {
    ...SourceFields
  }
}`, {"fragmentName":"IndicatorFields"}) as unknown as TypedDocumentString<IndicatorFieldsFragment, unknown>;
export const EngagementFieldsFragmentDoc = new TypedDocumentString(`
    fragment EngagementFields on Engagement {
  id
  kind
  title
  startedOn
  endedOn
  status
  practice
  note
  hours
  feePaid
  entitlement
  peopleTrained
  credential
  instrument
  mrlFrom
  mrlTo
  synthetic
  center {
    id
    name
  }
  institute {
    id
    name
    nativeName
  }
  facility {
    id
    name
  }
  course {
    id
    name
  }
  technology {
    id
    name
  }
  source {
    ...SourceFields
  }
}
    fragment SourceFields on Source {
  id
  document
  section
  line
  url
  readOn
}`, {"fragmentName":"EngagementFields"}) as unknown as TypedDocumentString<EngagementFieldsFragment, unknown>;
export const OutcomeFieldsFragmentDoc = new TypedDocumentString(`
    fragment OutcomeFields on Outcome {
  id
  windowStart
  windowEnd
  verification
  synthetic
  claims {
    metric
    value
    currency
    qualifier
  }
  center {
    id
    name
  }
  institute {
    id
    name
    nativeName
  }
  covers {
    id
    kind
    startedOn
  }
  source {
    ...SourceFields
  }
}
    fragment SourceFields on Source {
  id
  document
  section
  line
  url
  readOn
}`, {"fragmentName":"OutcomeFields"}) as unknown as TypedDocumentString<OutcomeFieldsFragment, unknown>;
export const SearchInstitutesDocument = {"__meta__":{"hash":"sha256:515a3a51538a7dc469d0e4d2ba6b871b81540a77d21afad987fb771c6813cdad"}} as unknown as TypedDocumentString<SearchInstitutesQuery, SearchInstitutesQueryVariables>;
export const SearchCentersDocument = {"__meta__":{"hash":"sha256:ff3fdfed39a3ae1c8f5dac9140207ed3427d6293b2cf3201e5136effe6e8adb8"}} as unknown as TypedDocumentString<SearchCentersQuery, SearchCentersQueryVariables>;
export const SearchManufacturersDocument = {"__meta__":{"hash":"sha256:b585a6285d6709a13e4a00155917979f88e5549e54b0a423de3b8ead3db0e669"}} as unknown as TypedDocumentString<SearchManufacturersQuery, SearchManufacturersQueryVariables>;
export const OfferedTablesDocument = {"__meta__":{"hash":"sha256:c0ee8190723a40aa4b4af68787c21476a1eca15e4c42fda99594bdfd7b1bd213"}} as unknown as TypedDocumentString<OfferedTablesQuery, OfferedTablesQueryVariables>;
export const SignedInCenterDocument = {"__meta__":{"hash":"sha256:ab23f7b24fde7d58e636a54b6eb27542c776be796ec4f96bf208ee8d25d27ae6"}} as unknown as TypedDocumentString<SignedInCenterQuery, SignedInCenterQueryVariables>;
export const ImportPartDocument = {"__meta__":{"hash":"sha256:23996d352f9358881b10c3bbf6ea099de24e60c019c2fde4c1fcd7f0940019be"}} as unknown as TypedDocumentString<ImportPartMutation, ImportPartMutationVariables>;
export const SuggestImportColumnsDocument = {"__meta__":{"hash":"sha256:03e77f22c979eb63fde39f6331e77060621c65cf903fd98abce3a48a30a2d6ee"}} as unknown as TypedDocumentString<SuggestImportColumnsQuery, SuggestImportColumnsQueryVariables>;
export const OutboxRegisterDocument = {"__meta__":{"hash":"sha256:1825d7bcac036494181887dbddb48f661fe4c7ba849fa00cb354156c73d08f53"}} as unknown as TypedDocumentString<OutboxRegisterMutation, OutboxRegisterMutationVariables>;
export const OutboxLogDocument = {"__meta__":{"hash":"sha256:d64efe66b2e5c4fa7b0867dcab74c35089fa28d443a120bb7429a3473333a775"}} as unknown as TypedDocumentString<OutboxLogMutation, OutboxLogMutationVariables>;
export const OutboxAmendDocument = {"__meta__":{"hash":"sha256:b8815d4980112eaa339504916fec5dc2f05b2365975551f6ce7e7aa3a5b65486"}} as unknown as TypedDocumentString<OutboxAmendMutation, OutboxAmendMutationVariables>;
export const OutboxSubmitDocument = {"__meta__":{"hash":"sha256:05a446872ed859599e0b08999d9b6945f3338336cf232a485b0293d46d1894ba"}} as unknown as TypedDocumentString<OutboxSubmitMutation, OutboxSubmitMutationVariables>;
export const OutboxWithdrawDocument = {"__meta__":{"hash":"sha256:96768288c9714d42eea633f05c2322471743a7fb3d0bc43752136261c570164f"}} as unknown as TypedDocumentString<OutboxWithdrawMutation, OutboxWithdrawMutationVariables>;
export const OutboxDiscardDocument = {"__meta__":{"hash":"sha256:5076ad619eb8fb6c87af58d16a53b04975945d3d6536af080964e0130b561db7"}} as unknown as TypedDocumentString<OutboxDiscardMutation, OutboxDiscardMutationVariables>;
export const LogReferenceDocument = {"__meta__":{"hash":"sha256:faa98d70f1e5a96a09cea1d1f1cf766d315ba0feeb4335824691ff9d607dda29"}} as unknown as TypedDocumentString<LogReferenceQuery, LogReferenceQueryVariables>;
export const LogManufacturersDocument = {"__meta__":{"hash":"sha256:3bd18afe2c4a5f64ed17cfb413442e486cc085a37bbda39f79e7bdeef16098d5"}} as unknown as TypedDocumentString<LogManufacturersQuery, LogManufacturersQueryVariables>;
export const LogSearchDocument = {"__meta__":{"hash":"sha256:cdf74c556a9b7937dde9f30ee72c92d27ea781dbb0f6ea193e8faffb7dce0aee"}} as unknown as TypedDocumentString<LogSearchQuery, LogSearchQueryVariables>;
export const LogTwinsDocument = {"__meta__":{"hash":"sha256:0ee9c0f7a7ca5ece7b09b4b1ac01f630c2ce1bc62a03485087b3a31985a266b7"}} as unknown as TypedDocumentString<LogTwinsQuery, LogTwinsQueryVariables>;
export const MyRecordsDocument = {"__meta__":{"hash":"sha256:6fb480da81b451377d0166895f45df20b8ac877dd15bec4528691afe41d62931"}} as unknown as TypedDocumentString<MyRecordsQuery, MyRecordsQueryVariables>;
export const ApprovalsDocument = {"__meta__":{"hash":"sha256:76b5e245b0922bd75bab8cd7fe57c177f0eb3577da25e5ef39020d6b9a06a3a2"}} as unknown as TypedDocumentString<ApprovalsQuery, ApprovalsQueryVariables>;
export const ApprovalChoicesDocument = {"__meta__":{"hash":"sha256:2a1e9cf4e227869c4f4f2113464b4a0f8d77b090660faa357ca349d079aa2bb8"}} as unknown as TypedDocumentString<ApprovalChoicesQuery, ApprovalChoicesQueryVariables>;
export const ApprovalRecordDocument = {"__meta__":{"hash":"sha256:4d988fe2c09abd9ec53e8f2e6bce371daab49e3ba16f30bb500391f60cf3ce23"}} as unknown as TypedDocumentString<ApprovalRecordQuery, ApprovalRecordQueryVariables>;
export const ApproveManyDocument = {"__meta__":{"hash":"sha256:7d000eb28701b32c587ca57d177664da74953c6a3ab084f608cc70d54b6c0d9f"}} as unknown as TypedDocumentString<ApproveManyMutation, ApproveManyMutationVariables>;
export const ReturnManyDocument = {"__meta__":{"hash":"sha256:8007f7296eedf04683a454fcba5505c14faea671bd39b9f4e16d0388922a9d40"}} as unknown as TypedDocumentString<ReturnManyMutation, ReturnManyMutationVariables>;
export const SubmitManyDocument = {"__meta__":{"hash":"sha256:e1c0bd0c0d9e1fea1063d8775f1c01db88aafb74766f8eef3b4b047f034dab74"}} as unknown as TypedDocumentString<SubmitManyMutation, SubmitManyMutationVariables>;
export const CenterProfileDocument = {"__meta__":{"hash":"sha256:f497872b307b83b103ae02700a208028518ba76005d87e5068623201c13b3824"}} as unknown as TypedDocumentString<CenterProfileQuery, CenterProfileQueryVariables>;
export const CenterAwardsDocument = {"__meta__":{"hash":"sha256:d5a4d8026b591e9ecb17f9890b001f42c5cd8e4890143b95da8fe577689332a4"}} as unknown as TypedDocumentString<CenterAwardsQuery, CenterAwardsQueryVariables>;
export const CenterEmbeddingsDocument = {"__meta__":{"hash":"sha256:89f7ab221444f14b00fc97c8e487ca42eaad1c42f14cc55aa9c6903dfe4a4d66"}} as unknown as TypedDocumentString<CenterEmbeddingsQuery, CenterEmbeddingsQueryVariables>;
export const CenterKeyFiguresDocument = {"__meta__":{"hash":"sha256:87313560fa596bde0fe1482841f866d0f62498434662a394f1e8bda3f057f72c"}} as unknown as TypedDocumentString<CenterKeyFiguresQuery, CenterKeyFiguresQueryVariables>;
export const CenterDirectoryDocument = {"__meta__":{"hash":"sha256:cc6b30370e760ac30fd20aa4e97a2dbc74d6e2b27bb52392188f2be67dfbd474"}} as unknown as TypedDocumentString<CenterDirectoryQuery, CenterDirectoryQueryVariables>;
export const DuplicatePairsDocument = {"__meta__":{"hash":"sha256:9dffcabe75735ba8f8d81deb95228baf0b7d1b34d9e5cb0415b00eebd4ef7fdd"}} as unknown as TypedDocumentString<DuplicatePairsQuery, DuplicatePairsQueryVariables>;
export const SmeMergesDocument = {"__meta__":{"hash":"sha256:bfe9aeca3050265340112ae74302ea5264bae651a3e94ceccc73309b1abe3dbd"}} as unknown as TypedDocumentString<SmeMergesQuery, SmeMergesQueryVariables>;
export const DuplicateSidesDocument = {"__meta__":{"hash":"sha256:768623524538866e3a0567469247d92ad0e02b35fb77a356f5e7fc396f743212"}} as unknown as TypedDocumentString<DuplicateSidesQuery, DuplicateSidesQueryVariables>;
export const DuplicatesOfDocument = {"__meta__":{"hash":"sha256:8142179c3fe193eac2c5e5c86bb3aae7747e8630b49b36ade252906c3358b055"}} as unknown as TypedDocumentString<DuplicatesOfQuery, DuplicatesOfQueryVariables>;
export const MergeSmesDocument = {"__meta__":{"hash":"sha256:d3883bcadcf8f4b9ff88e40cec14ee47eb46bf3a8d8f968e79cb058ca46e04bb"}} as unknown as TypedDocumentString<MergeSmesMutation, MergeSmesMutationVariables>;
export const UnmergeSmeDocument = {"__meta__":{"hash":"sha256:d932f9e41f2543446b7a64774b7b7bb7f333342f61998bfacccd72fece305eec"}} as unknown as TypedDocumentString<UnmergeSmeMutation, UnmergeSmeMutationVariables>;
export const MarkSmesDistinctDocument = {"__meta__":{"hash":"sha256:78ebc030375d9ed24160285b6f8ffc20f245a808a029b88cddee003b0e4c1d0c"}} as unknown as TypedDocumentString<MarkSmesDistinctMutation, MarkSmesDistinctMutationVariables>;
export const UnmarkSmesDistinctDocument = {"__meta__":{"hash":"sha256:f68c9d3e88a3c9d3dde4bdce482d40634317b05207d62e3d84f596ad2b1205ba"}} as unknown as TypedDocumentString<UnmarkSmesDistinctMutation, UnmarkSmesDistinctMutationVariables>;
export const EngagementDocument = {"__meta__":{"hash":"sha256:68cdb459268597c61299c4ab4dcb66fea2d5c8c817334ce5a456a4e6d0f6ccc4"}} as unknown as TypedDocumentString<EngagementQuery, EngagementQueryVariables>;
export const EngagementOutcomesDocument = {"__meta__":{"hash":"sha256:b7ae55b62c788be2d9b4d255143eabb7b1332531469b83d1d6146c6aee975c5e"}} as unknown as TypedDocumentString<EngagementOutcomesQuery, EngagementOutcomesQueryVariables>;
export const AllFiguresDocument = {"__meta__":{"hash":"sha256:eaa9ddfac6e8a8b23f4e9156b8a5db0ded139b8fb2e9d2f70125f0f5100f3274"}} as unknown as TypedDocumentString<AllFiguresQuery, AllFiguresQueryVariables>;
export const FigureChoicesDocument = {"__meta__":{"hash":"sha256:09015d969e0a90cc61684cb1a0fdf7ae6015370aa7c498df802af66d0a147a2e"}} as unknown as TypedDocumentString<FigureChoicesQuery, FigureChoicesQueryVariables>;
export const CenterFiguresDocument = {"__meta__":{"hash":"sha256:36fcae831be57c074f3d25a5c0a2d81d9d0660e903c5244437c1910ad2381bef"}} as unknown as TypedDocumentString<CenterFiguresQuery, CenterFiguresQueryVariables>;
export const DoubtsDocument = {"__meta__":{"hash":"sha256:d7c4cc580da407e3102b9f3e4f138444c18f386b119819c4a19dec72a5052900"}} as unknown as TypedDocumentString<DoubtsQuery, DoubtsQueryVariables>;
export const EvaluationsDocument = {"__meta__":{"hash":"sha256:f0f95be383b84144c192a0afe63622ce1d70bf34729e8254c5615ea3c109ffcb"}} as unknown as TypedDocumentString<EvaluationsQuery, EvaluationsQueryVariables>;
export const KeyFiguresSideBySideDocument = {"__meta__":{"hash":"sha256:c64f3fe5bddd17cc808a5c41d76ad59daa0315e25935909245f1c057a8e48967"}} as unknown as TypedDocumentString<KeyFiguresSideBySideQuery, KeyFiguresSideBySideQueryVariables>;
export const EvaluationRulesDocument = {"__meta__":{"hash":"sha256:2a3828b407e32e99c0e9554563e7f4bdf593cedc98ff78d2dfe44da4817f3a52"}} as unknown as TypedDocumentString<EvaluationRulesQuery, EvaluationRulesQueryVariables>;
export const GrantListDocument = {"__meta__":{"hash":"sha256:b58c88d06592679df559022fd50ca976a3890713f5561fca57ee93cdd713539a"}} as unknown as TypedDocumentString<GrantListQuery, GrantListQueryVariables>;
export const GrantPartnersDocument = {"__meta__":{"hash":"sha256:1965405b49c7d4e9f9ff238a5db7cd56370bc0878d741ef0b9d2c9f26ace61cd"}} as unknown as TypedDocumentString<GrantPartnersQuery, GrantPartnersQueryVariables>;
export const GrantableTypesDocument = {"__meta__":{"hash":"sha256:f63560e00cc0ab2712c49f4fc91a36ced15519e401cda13a43c9e2d2d90fbe2c"}} as unknown as TypedDocumentString<GrantableTypesQuery, GrantableTypesQueryVariables>;
export const GrantDisclosuresDocument = {"__meta__":{"hash":"sha256:218b77a94501c32b9426d6b581cbe9bc75e25cbf5ec9eddc32ddc63aa8864851"}} as unknown as TypedDocumentString<GrantDisclosuresQuery, GrantDisclosuresQueryVariables>;
export const GrantPartnerDocument = {"__meta__":{"hash":"sha256:07af8b5c844a89d6f5945e5c710d6f2933674446874407ef43946ec1af80e884"}} as unknown as TypedDocumentString<GrantPartnerMutation, GrantPartnerMutationVariables>;
export const RevokeGrantDocument = {"__meta__":{"hash":"sha256:edb3b9286fbfa74e6bfc17277814579692a77f942e2fad9077206c584d9dca52"}} as unknown as TypedDocumentString<RevokeGrantMutation, RevokeGrantMutationVariables>;
export const EarlierImportsDocument = {"__meta__":{"hash":"sha256:a486d8f3878a5343783d5cb3ea265d70597bcae12d771eb18daf2b30fefffcd1"}} as unknown as TypedDocumentString<EarlierImportsQuery, EarlierImportsQueryVariables>;
export const KnownImportColumnsDocument = {"__meta__":{"hash":"sha256:73c3159c2aec8d6ad826822de05d81c26098267b43f9a9a0e9e0f18ddd1e00d9"}} as unknown as TypedDocumentString<KnownImportColumnsQuery, KnownImportColumnsQueryVariables>;
export const UndoImportDocument = {"__meta__":{"hash":"sha256:fd602e6707c3054003902bcc3956600e12ee3e19ded00534a5679503a53c6069"}} as unknown as TypedDocumentString<UndoImportMutation, UndoImportMutationVariables>;
export const InstituteProfileDocument = {"__meta__":{"hash":"sha256:760f48e4959309dad11f81b04ae71724d5dd288f8bb2346cb387a896e13e6288"}} as unknown as TypedDocumentString<InstituteProfileQuery, InstituteProfileQueryVariables>;
export const InstituteMilestonesDocument = {"__meta__":{"hash":"sha256:a0a902115ad40417b367c446e60cf86188f0477204ce4e5b5e832de359b8d29e"}} as unknown as TypedDocumentString<InstituteMilestonesQuery, InstituteMilestonesQueryVariables>;
export const InstituteFundingDocument = {"__meta__":{"hash":"sha256:5d580dfa33ae0d78a78e564222354fa212c8d3364699841a77f28f74be0e0e6f"}} as unknown as TypedDocumentString<InstituteFundingQuery, InstituteFundingQueryVariables>;
export const InstitutePhasesDocument = {"__meta__":{"hash":"sha256:2f1a8035445e53f3f13d0c0a2f91ab8e763c36065e58eca80318af57cf926e30"}} as unknown as TypedDocumentString<InstitutePhasesQuery, InstitutePhasesQueryVariables>;
export const InstituteMembersDocument = {"__meta__":{"hash":"sha256:508f8043c85b4caa3ea29804fa289ff6209d777545d178ac43beeff87ea9b224"}} as unknown as TypedDocumentString<InstituteMembersQuery, InstituteMembersQueryVariables>;
export const InstituteMembershipsDocument = {"__meta__":{"hash":"sha256:ddf571104c309ee13f717be3b0c5b62f9487bb54553fe31a5a0579cbaf6f7cac"}} as unknown as TypedDocumentString<InstituteMembershipsQuery, InstituteMembershipsQueryVariables>;
export const InstituteTiersDocument = {"__meta__":{"hash":"sha256:b0f35ac116cc1bf6f630d28ba6155a857606d2aeaa8fdd87c42a0860055c8372"}} as unknown as TypedDocumentString<InstituteTiersQuery, InstituteTiersQueryVariables>;
export const InstituteWorkDocument = {"__meta__":{"hash":"sha256:3e090f1507e52644023a173a51e6eb7468999e05b269567acb7c60be2740c715"}} as unknown as TypedDocumentString<InstituteWorkQuery, InstituteWorkQueryVariables>;
export const InstituteRulesDocument = {"__meta__":{"hash":"sha256:acc744e601850b4e729ca3bc53be2f3d4d693cfdd2d5bca80476f039727caf1a"}} as unknown as TypedDocumentString<InstituteRulesQuery, InstituteRulesQueryVariables>;
export const InstituteOffersDocument = {"__meta__":{"hash":"sha256:c3858295202e799307a5ff4a2aec6b04d9c494dd493fc7b7a2e1576cc408b3fe"}} as unknown as TypedDocumentString<InstituteOffersQuery, InstituteOffersQueryVariables>;
export const InstituteEmbeddingsDocument = {"__meta__":{"hash":"sha256:1ff921ad038e7843f9f976180dbef371162a684c8181e3aeb7df403e7654cca6"}} as unknown as TypedDocumentString<InstituteEmbeddingsQuery, InstituteEmbeddingsQueryVariables>;
export const InstituteKeyFiguresDocument = {"__meta__":{"hash":"sha256:7a9805113636fff69e0a1f7f1ca43be38d1e7f25438f3014e3b53343cdb4a1ab"}} as unknown as TypedDocumentString<InstituteKeyFiguresQuery, InstituteKeyFiguresQueryVariables>;
export const InstituteEvaluationDocument = {"__meta__":{"hash":"sha256:3d25624569aa59a4e1cf79f53dff1f3a796ad566477a9f02f2ce8653308d53af"}} as unknown as TypedDocumentString<InstituteEvaluationQuery, InstituteEvaluationQueryVariables>;
export const InstituteDirectoryDocument = {"__meta__":{"hash":"sha256:e8dd8a23413e0f38faa29187f5d0d218192025131d4921e904687e8650baabcf"}} as unknown as TypedDocumentString<InstituteDirectoryQuery, InstituteDirectoryQueryVariables>;
export const NetworkDirectoryDocument = {"__meta__":{"hash":"sha256:748a3a57a70f031e954c117fccc57a6aa885bc6bab18019d9837612e1a7e06fe"}} as unknown as TypedDocumentString<NetworkDirectoryQuery, NetworkDirectoryQueryVariables>;
export const ManufacturerDocument = {"__meta__":{"hash":"sha256:edd55880327d52923cb2c04f4b5dce1d5f723939fce83e4c07a70995be383152"}} as unknown as TypedDocumentString<ManufacturerQuery, ManufacturerQueryVariables>;
export const ManufacturerTracesDocument = {"__meta__":{"hash":"sha256:68bd125b0a29f665132e220e5286bd816ec563c20fe769e231d49d2fa7544bfd"}} as unknown as TypedDocumentString<ManufacturerTracesQuery, ManufacturerTracesQueryVariables>;
export const ManufacturerServicesDocument = {"__meta__":{"hash":"sha256:0900731777b919e770b5d1936f42c91eb1dd7f2f3f1742ddaf8324754cc9f851"}} as unknown as TypedDocumentString<ManufacturerServicesQuery, ManufacturerServicesQueryVariables>;
export const ManufacturerOutcomesDocument = {"__meta__":{"hash":"sha256:f043986e94d2a922a93572b98b375e17ce97d3e560a1d3e742fa9f377bf442ea"}} as unknown as TypedDocumentString<ManufacturerOutcomesQuery, ManufacturerOutcomesQueryVariables>;
export const ManufacturerMembershipsDocument = {"__meta__":{"hash":"sha256:f6ec575db867e61678d076534ca68a06dce662ad8e0310077e9a9ae21bcbe134"}} as unknown as TypedDocumentString<ManufacturerMembershipsQuery, ManufacturerMembershipsQueryVariables>;
export const ManufacturersDocument = {"__meta__":{"hash":"sha256:036e2b271ec31ba3c6a7fd4a69465517c0b9c1dc6a3dda8e1d23f4dd94f75905"}} as unknown as TypedDocumentString<ManufacturersQuery, ManufacturersQueryVariables>;
export const WorkMembershipsDocument = {"__meta__":{"hash":"sha256:320424dddf01975eb9c48845808e312fcd52b92d6e591a3898cbb2d1eb6bfdf9"}} as unknown as TypedDocumentString<WorkMembershipsQuery, WorkMembershipsQueryVariables>;
export const MembershipInstitutesDocument = {"__meta__":{"hash":"sha256:d22d5853345dad49fb4eab88813ae602de6bd8832a502aa15444bb8fbdaf9b77"}} as unknown as TypedDocumentString<MembershipInstitutesQuery, MembershipInstitutesQueryVariables>;
export const NameOfManufacturerDocument = {"__meta__":{"hash":"sha256:4cf01ebea7bde7d7f2e4d40d32fc3ecef742d9f08dd3ab8dbbb8592d90867f13"}} as unknown as TypedDocumentString<NameOfManufacturerQuery, NameOfManufacturerQueryVariables>;
export const RecordMembershipDocument = {"__meta__":{"hash":"sha256:95f61022b196a207f8c98c6fae0f1de46182895967772b2e9d01fff4f834be72"}} as unknown as TypedDocumentString<RecordMembershipMutation, RecordMembershipMutationVariables>;
export const EndMembershipDocument = {"__meta__":{"hash":"sha256:113db22c3151d34b65b9afc06212ccfcdb01f5d5b45248b8cdc24c03f3d3f189"}} as unknown as TypedDocumentString<EndMembershipMutation, EndMembershipMutationVariables>;
export const NetworkProfileDocument = {"__meta__":{"hash":"sha256:4f7bf19a71e7ae8c411d1794f1b91c97252a6530d9a8a4fe13bec4c01575bb28"}} as unknown as TypedDocumentString<NetworkProfileQuery, NetworkProfileQueryVariables>;
export const NetworkMilestonesDocument = {"__meta__":{"hash":"sha256:6f0ec39ba1c9d5b7f25692f020df1e35f3656b03206889ff3eba4177274a0b17"}} as unknown as TypedDocumentString<NetworkMilestonesQuery, NetworkMilestonesQueryVariables>;
export const NetworkInstitutesDocument = {"__meta__":{"hash":"sha256:c2efbeb7999b26403c4b8378f8f575637ecf6f018114dd6c06e82da111d30df9"}} as unknown as TypedDocumentString<NetworkInstitutesQuery, NetworkInstitutesQueryVariables>;
export const NetworkMetricsDocument = {"__meta__":{"hash":"sha256:2b97aa6ab4acd2816b09661b3a35746e4a9860df6bb6a802a04a835f0638e9d2"}} as unknown as TypedDocumentString<NetworkMetricsQuery, NetworkMetricsQueryVariables>;
export const NetworkRulesDocument = {"__meta__":{"hash":"sha256:58a5ae9425e9730b22b4eb5b62de32a247ee912a6c1085104abe400f80e25713"}} as unknown as TypedDocumentString<NetworkRulesQuery, NetworkRulesQueryVariables>;
export const NetworkObservationsDocument = {"__meta__":{"hash":"sha256:c022a6f619c6f1b51af3f8c572dba48b53153cc3de84a07f6eb2f03b00b3e737"}} as unknown as TypedDocumentString<NetworkObservationsQuery, NetworkObservationsQueryVariables>;
export const NetworkCentersDocument = {"__meta__":{"hash":"sha256:e4efcd381a95976d55eb9e6aff1e70d68dee6dd309fa0074c565f1297b2e7ddd"}} as unknown as TypedDocumentString<NetworkCentersQuery, NetworkCentersQueryVariables>;
export const NetworkKeyFiguresDocument = {"__meta__":{"hash":"sha256:74e6e0e226613f9d2c973efd55c105f49e1b6bb27fa17dce114a373b99de0feb"}} as unknown as TypedDocumentString<NetworkKeyFiguresQuery, NetworkKeyFiguresQueryVariables>;
export const NetworkEvaluationDocument = {"__meta__":{"hash":"sha256:44d84d135278dd75f5c1845643705b889aabed91c216d9005cb13faddb0fd560"}} as unknown as TypedDocumentString<NetworkEvaluationQuery, NetworkEvaluationQueryVariables>;
export const FacilityDocument = {"__meta__":{"hash":"sha256:27d731dd9f88ba6ba4926a5d9a56f06620d13b7829e9d73d4ceddcfbbe342cc7"}} as unknown as TypedDocumentString<FacilityQuery, FacilityQueryVariables>;
export const CourseDocument = {"__meta__":{"hash":"sha256:5094eef17cf430d98b78ed4e90563b6541f22c822fbc39b3761a645e63280c1f"}} as unknown as TypedDocumentString<CourseQuery, CourseQueryVariables>;
export const TechnologyDocument = {"__meta__":{"hash":"sha256:5b6edb0f67ecbd105fb873221e84fd6525abb6d8c5ec8a701d387e545ab1b268"}} as unknown as TypedDocumentString<TechnologyQuery, TechnologyQueryVariables>;
export const TierRightsDocument = {"__meta__":{"hash":"sha256:d8783219431ddd98c9b33575e2b19a5944340b16e86db1b43b4a15fb2c2f2e1f"}} as unknown as TypedDocumentString<TierRightsQuery, TierRightsQueryVariables>;
export const TechnologyTransfersDocument = {"__meta__":{"hash":"sha256:37dddc3deba20d1b1710bb99f2ce862a88f7581907081e565fd1bab4d7fc298e"}} as unknown as TypedDocumentString<TechnologyTransfersQuery, TechnologyTransfersQueryVariables>;
export const ReportableServicesDocument = {"__meta__":{"hash":"sha256:bc4d5b800fd989d38b34fa2b8ae2dce59c5f9971e745c317dc1f45deb8a91bac"}} as unknown as TypedDocumentString<ReportableServicesQuery, ReportableServicesQueryVariables>;
export const PreviewedOutcomeDocument = {"__meta__":{"hash":"sha256:8001aec01db3cce7c066dc5b7f8e363f5c73bb6a2208d556f40846bdf669e64b"}} as unknown as TypedDocumentString<PreviewedOutcomeQuery, PreviewedOutcomeQueryVariables>;
export const ReportedOutcomesDocument = {"__meta__":{"hash":"sha256:80a5685f38afc3f2454e59fa356b4ca9c439e69cf4898513ee2ba02c0ad339fe"}} as unknown as TypedDocumentString<ReportedOutcomesQuery, ReportedOutcomesQueryVariables>;
export const ReportOutcomeDocument = {"__meta__":{"hash":"sha256:345a93e72c5615d6ad0cc1f7e4dca657b0441801cecef72ed522adcfcf82dd3e"}} as unknown as TypedDocumentString<ReportOutcomeMutation, ReportOutcomeMutationVariables>;
export const CorrectOutcomeDocument = {"__meta__":{"hash":"sha256:bc687bd4614bfb5cd0a341151ffcb098e9ccfd86d3f8b3003e452603008ff3ac"}} as unknown as TypedDocumentString<CorrectOutcomeMutation, CorrectOutcomeMutationVariables>;
export const WithdrawOutcomeDocument = {"__meta__":{"hash":"sha256:e5cf90b67460bde53fb62abced8e2e9030e8ad105df4038ae58637662785357f"}} as unknown as TypedDocumentString<WithdrawOutcomeMutation, WithdrawOutcomeMutationVariables>;
export const RecordTotalsDocument = {"__meta__":{"hash":"sha256:1146057d9a8448b65f8e7e464b8cca0807cc4ed82389ef260877bc02d23f39bc"}} as unknown as TypedDocumentString<RecordTotalsQuery, RecordTotalsQueryVariables>;
export const InstitutePlacesDocument = {"__meta__":{"hash":"sha256:f63ac9ce079ee84e17096ba3446885454b56bf1cfe090572cc41b08ffdf7055f"}} as unknown as TypedDocumentString<InstitutePlacesQuery, InstitutePlacesQueryVariables>;
export const CenterPlacesDocument = {"__meta__":{"hash":"sha256:a3cc886188edd2ec25b148ecf5290643734d425ed324024347fb2613792505cd"}} as unknown as TypedDocumentString<CenterPlacesQuery, CenterPlacesQueryVariables>;
export const OpenDoubtsDocument = {"__meta__":{"hash":"sha256:0a1f4790fb2399ecf4b4765acb7730a96624de9b78d9fbfe771d32bd018f6f75"}} as unknown as TypedDocumentString<OpenDoubtsQuery, OpenDoubtsQueryVariables>;
export const HeadlineFiguresDocument = {"__meta__":{"hash":"sha256:4c28f44519498a22c78ffbaa044f63af7fce760d2bea0fef7d27d267d647c17c"}} as unknown as TypedDocumentString<HeadlineFiguresQuery, HeadlineFiguresQueryVariables>;
export const LatestReleasesDocument = {"__meta__":{"hash":"sha256:33c6710bb6225686aecf235b86c1e8cfe980dd6113db1ad05c78e9c0e7063246"}} as unknown as TypedDocumentString<LatestReleasesQuery, LatestReleasesQueryVariables>;
export const LatestDocument = {"__meta__":{"hash":"sha256:a840c7c4a1b187b440228087d560e9868d3f76d62df3776e12e0d840ec49215e"}} as unknown as TypedDocumentString<LatestQuery, LatestQueryVariables>;
export const PartnerListDocument = {"__meta__":{"hash":"sha256:5bb51696c86663cb34c55b4168217e17a50dfcc6dcfb6d781aee255084f54bf8"}} as unknown as TypedDocumentString<PartnerListQuery, PartnerListQueryVariables>;
export const PartnerOwnershipDocument = {"__meta__":{"hash":"sha256:1dfc8b49785d0a26ab77c756be6dae7be16e17529b15bc74334acb1e3544bca3"}} as unknown as TypedDocumentString<PartnerOwnershipQuery, PartnerOwnershipQueryVariables>;
export const ServedSupergraphsDocument = {"__meta__":{"hash":"sha256:b29b8a58a122cd4f5b8f6a08249e07b7cf9de66db804ac4b65f0d026c9f2c146"}} as unknown as TypedDocumentString<ServedSupergraphsQuery, ServedSupergraphsQueryVariables>;
export const PartnerGrantsDocument = {"__meta__":{"hash":"sha256:0524db18eae2b2a05ccf05713227988c45d829e06fe0fc58d29a10369d8b4c7b"}} as unknown as TypedDocumentString<PartnerGrantsQuery, PartnerGrantsQueryVariables>;
export const PartnerPageDocument = {"__meta__":{"hash":"sha256:5d91d1edf4b6c8ed8c8bf680e43bcfecd1b22162a1aeadd15f31cbe8c197526c"}} as unknown as TypedDocumentString<PartnerPageQuery, PartnerPageQueryVariables>;
export const PartnerSchemasDocument = {"__meta__":{"hash":"sha256:13e232857535dce67b9a07f621b9a59feb4d802aa499f7e79547e7de1c25d953"}} as unknown as TypedDocumentString<PartnerSchemasQuery, PartnerSchemasQueryVariables>;
export const PartnerStandingDocument = {"__meta__":{"hash":"sha256:81b27843bdc687a023a37360c63843f1b4084fd74d5f3aead539ec8d0d895e2f"}} as unknown as TypedDocumentString<PartnerStandingQuery, PartnerStandingQueryVariables>;
export const PartnerUsageStatementDocument = {"__meta__":{"hash":"sha256:672df9595794d28105417d75c0e06d6e497f3683be82358360b91cc5ea42fc59"}} as unknown as TypedDocumentString<PartnerUsageStatementQuery, PartnerUsageStatementQueryVariables>;
export const PartnerDisclosuresDocument = {"__meta__":{"hash":"sha256:55cd4325429285f10b9e327b6bf7eb163559464dd27cf791cffb3b0a4591f335"}} as unknown as TypedDocumentString<PartnerDisclosuresQuery, PartnerDisclosuresQueryVariables>;
export const RecordDisclosuresDocument = {"__meta__":{"hash":"sha256:a499c740c3c9c24d81509e917fb821c9de39ca155660eefe91b342d14d2d84b2"}} as unknown as TypedDocumentString<RecordDisclosuresQuery, RecordDisclosuresQueryVariables>;
export const PublishLogDocument = {"__meta__":{"hash":"sha256:9d6b6f1319f06c4fe3d904b67e5c8f384dc99ab0add7b346394d6fb16e0bc573"}} as unknown as TypedDocumentString<PublishLogQuery, PublishLogQueryVariables>;
export const OwnQuartersDocument = {"__meta__":{"hash":"sha256:42c8adda7f0e90814ef049508d7a9e127506a26ad71c7cccdab10b9f1bfb8347"}} as unknown as TypedDocumentString<OwnQuartersQuery, OwnQuartersQueryVariables>;
export const QuarterYearsDocument = {"__meta__":{"hash":"sha256:991c0a677fced4cd9398d85f0d4bad39737deb38c2fecea0b6fdc7666355c6fc"}} as unknown as TypedDocumentString<QuarterYearsQuery, QuarterYearsQueryVariables>;
export const NetworkQuartersDocument = {"__meta__":{"hash":"sha256:8f5bb6da6561f0645834571d247fe29589913f97b167809ce2e6d3378e7ba630"}} as unknown as TypedDocumentString<NetworkQuartersQuery, NetworkQuartersQueryVariables>;
export const CenterQuarterDocument = {"__meta__":{"hash":"sha256:3097b0f7a4e0df321849197a67c8cbbf8c5f65ede13d7a07512b498eb50a1ac2"}} as unknown as TypedDocumentString<CenterQuarterQuery, CenterQuarterQueryVariables>;
export const QuarterRecordsDocument = {"__meta__":{"hash":"sha256:e571069f475c6305d941dad374808114016a90342e96887e6e13d5fc2495b30c"}} as unknown as TypedDocumentString<QuarterRecordsQuery, QuarterRecordsQueryVariables>;
export const UndatedRecordsDocument = {"__meta__":{"hash":"sha256:e0181f4b19bd3a3c635324f64d536f6267c1324aff4e15e20317bdc43f2f6481"}} as unknown as TypedDocumentString<UndatedRecordsQuery, UndatedRecordsQueryVariables>;
export const ReportQuarterDocument = {"__meta__":{"hash":"sha256:e9ee0714b50165abd86104f8e8feadb01b1ec742c847dbf5b15a1132b24e8d66"}} as unknown as TypedDocumentString<ReportQuarterMutation, ReportQuarterMutationVariables>;
export const CloseQuarterDocument = {"__meta__":{"hash":"sha256:8267cd184c0f22b831eed4589921224bcf08b45d9da293ebaf16bf3f7300ed6a"}} as unknown as TypedDocumentString<CloseQuarterMutation, CloseQuarterMutationVariables>;
export const ReleasableQuartersDocument = {"__meta__":{"hash":"sha256:69b963089f3e743841cb9c9a76364399f4ece0c0f4373456255f270cc9f4dc02"}} as unknown as TypedDocumentString<ReleasableQuartersQuery, ReleasableQuartersQueryVariables>;
export const PreviewReleaseDocument = {"__meta__":{"hash":"sha256:d863d9688c2447166992b7e3a96c73a0e1f46823dedfb459f40c43b0a9ef3bad"}} as unknown as TypedDocumentString<PreviewReleaseQuery, PreviewReleaseQueryVariables>;
export const PublishedReleasesDocument = {"__meta__":{"hash":"sha256:387e8581c7e47eaa683935d73aeb637335cb319775d26980abdec9131655bfef"}} as unknown as TypedDocumentString<PublishedReleasesQuery, PublishedReleasesQueryVariables>;
export const PublishReleaseDocument = {"__meta__":{"hash":"sha256:eb76d33a3d0430b5ea748add919acbe043f27cfb8e1bdc72f0680adf6895d02b"}} as unknown as TypedDocumentString<PublishReleaseMutation, PublishReleaseMutationVariables>;
export const StatisticsReleasesDocument = {"__meta__":{"hash":"sha256:556f2f88c7af77ce362293a399656fc39116dadb6bc05daaa45e83b0141df32d"}} as unknown as TypedDocumentString<StatisticsReleasesQuery, StatisticsReleasesQueryVariables>;
export const StatisticsTableDocument = {"__meta__":{"hash":"sha256:c997d87ca28b7325c652cca0201f3cc0ccaa6c8c9ff9a85a54226582f243df61"}} as unknown as TypedDocumentString<StatisticsTableQuery, StatisticsTableQueryVariables>;
export const StatisticsCellsDocument = {"__meta__":{"hash":"sha256:58ffe3e7595ad07bffd67a59cad391967f025b3093199e8af211ae7ae95fc6ec"}} as unknown as TypedDocumentString<StatisticsCellsQuery, StatisticsCellsQueryVariables>;
export const TraceFlowDocument = {"__meta__":{"hash":"sha256:5ecfd4975b8950946f233611b257e3eaba917059c2c60e423dcdd86cb538f106"}} as unknown as TypedDocumentString<TraceFlowQuery, TraceFlowQueryVariables>;
export const PickCentersDocument = {"__meta__":{"hash":"sha256:b629d0f0677974a9cf119819f5a05181fb0440534bf54cc345a48d2c9b0ef33a"}} as unknown as TypedDocumentString<PickCentersQuery, PickCentersQueryVariables>;
export const PickInstitutesDocument = {"__meta__":{"hash":"sha256:da2e78619b4b89b73c11e73c9bb43360088aef944cd47ea11537caf96504060d"}} as unknown as TypedDocumentString<PickInstitutesQuery, PickInstitutesQueryVariables>;
export const PickManufacturersDocument = {"__meta__":{"hash":"sha256:478528f4a37191f25bd42aaea9b634192b75e7b7550f6fdd7dbeea36dd417972"}} as unknown as TypedDocumentString<PickManufacturersQuery, PickManufacturersQueryVariables>;
export const NamesOfManufacturersDocument = {"__meta__":{"hash":"sha256:ad9be916a098b6b30c8ea31278fa0c440768d1c4ccacb6b8a0c7dc1bfc998366"}} as unknown as TypedDocumentString<NamesOfManufacturersQuery, NamesOfManufacturersQueryVariables>;
export const OutcomesToVerifyDocument = {"__meta__":{"hash":"sha256:4d2a152d027629e56a7dc0a61d257af95c47a341c7df5641660cf583a3be432c"}} as unknown as TypedDocumentString<OutcomesToVerifyQuery, OutcomesToVerifyQueryVariables>;
export const ReviewOutcomesDocument = {"__meta__":{"hash":"sha256:006b58fa1bd6f833a5c4c802f8396a71346c9a14411f59adb142e63eeecdf98e"}} as unknown as TypedDocumentString<ReviewOutcomesMutation, ReviewOutcomesMutationVariables>;
export const RecordChangesDocument = {"__meta__":{"hash":"sha256:57f002fe14064d277edcc11c74043417f0cb87a162c3d3176dbb3dcbf84435a6"}} as unknown as TypedDocumentString<RecordChangesQuery, RecordChangesQueryVariables>;
export const FigureOfInstituteDocument = {"__meta__":{"hash":"sha256:a70d1a604f5f587fc94e447104610ebc3cf2d5c9ac404899cf687ccac65125ad"}} as unknown as TypedDocumentString<FigureOfInstituteQuery, FigureOfInstituteQueryVariables>;
export const FigureOfCenterDocument = {"__meta__":{"hash":"sha256:1f59e20f749e852af166a818994c2861b22c932169fca4ac9f01c55395932d1c"}} as unknown as TypedDocumentString<FigureOfCenterQuery, FigureOfCenterQueryVariables>;
export const FigureOfNetworkDocument = {"__meta__":{"hash":"sha256:1745558ead0aeb63ed1644e2c53d684369f4cf5bc830db72c756299767f2a223"}} as unknown as TypedDocumentString<FigureOfNetworkQuery, FigureOfNetworkQueryVariables>;
export const OfferedNamesDocument = {"__meta__":{"hash":"sha256:cac6993cb76c9adbf5a749178dd13992b683e85f42e34f5fbe313f5f27cc95f0"}} as unknown as TypedDocumentString<OfferedNamesQuery, OfferedNamesQueryVariables>;
export const ServedYearsDocument = {"__meta__":{"hash":"sha256:3270f22d7c96585c90606e57cb9f72d311a1993e724e9111ac478a6b7ce2b085"}} as unknown as TypedDocumentString<ServedYearsQuery, ServedYearsQueryVariables>;
export const MrlLevelsDocument = {"__meta__":{"hash":"sha256:4da3a988152dbbb882f88f17202bef1bb8dcd54e790c9808f63cd391e0b5c792"}} as unknown as TypedDocumentString<MrlLevelsQuery, MrlLevelsQueryVariables>;
export const TraceRowsDocument = {"__meta__":{"hash":"sha256:c7b274ed3e6ae5739176a4abd7e45e68fac7b6324276edacf8adce784ccbbb3c"}} as unknown as TypedDocumentString<TraceRowsQuery, TraceRowsQueryVariables>;
export const TraceSumsDocument = {"__meta__":{"hash":"sha256:6d7a6e75123b30feeb81d6bdfc3769ae2a296383bfc84053aeda62688c96a92e"}} as unknown as TypedDocumentString<TraceSumsQuery, TraceSumsQueryVariables>;
