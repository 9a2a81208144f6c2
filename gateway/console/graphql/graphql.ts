/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** Whose money a commitment is. */
export type CommitmentKind =
  /** Money of the federal government. */
  | 'FEDERAL'
  /** Money of states, members and others: the match. */
  | 'NON_FEDERAL'
  /** Both together, where a source does not split them. */
  | 'TOTAL';

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

/** Kind of organization that hosts a center, derived from its name. */
export type HostKind =
  /** A university or a unit or foundation of one. */
  | 'UNIVERSITY'
  /** A college or a system of community colleges. */
  | 'COLLEGE_SYSTEM'
  /** A department, commission or authority of a state. */
  | 'STATE_AGENCY';

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

export type OfferedNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type OfferedNamesQuery = { facilities: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, courses: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, technologies: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, networks: Array<{ id: string, name: string, nativeName: string | null }> };

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


export type InstituteEvaluationQuery = { institute: { id: string, evaluation: { indicators: Array<{ status: IndicatorStatus, answer: FigureAnswer, value: number | null, unit: string | null, n: number | null, formula: string | null, reason: string | null, seriesBreak: string | null, definition: { id: string, group: IndicatorGroup, name: string, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }, coverage: { words: string } | null, observation: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } } | null };

export type InstituteDirectoryQueryVariables = Exact<{
  search?: string | null | undefined;
  where?: InstituteWhere | null | undefined;
  after?: string | null | undefined;
}>;


export type InstituteDirectoryQuery = { institutes: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, name: string, nativeName: string | null, fullName: string | null, technologyArea: string, nativeTechnologyArea: string | null, sponsor: { id: string, name: string } | null, lead: { name: string, nativeName: string | null } | null, headquarters: { city: string | null, state: string | null, country: string, nativeCity: string | null }, networks: Array<{ id: string, name: string, nativeName: string | null }>, members: { latest: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null } }> } };

export type NetworkDirectoryQueryVariables = Exact<{ [key: string]: never; }>;


export type NetworkDirectoryQuery = { networks: Array<{ id: string, name: string, nativeName: string | null, formerNames: Array<string>, country: string, unnamedCenters: number | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, programOffice: { name: string, within: string | null } | null, institutes: { totalCount: number } }> };

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


export type NetworkEvaluationQuery = { network: { id: string, evaluation: { indicators: Array<{ status: IndicatorStatus, answer: FigureAnswer, value: number | null, unit: string | null, n: number | null, formula: string | null, reason: string | null, seriesBreak: string | null, definition: { id: string, group: IndicatorGroup, name: string, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }, coverage: { words: string } | null, observation: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } } | null };

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

export type LatestQueryVariables = Exact<{ [key: string]: never; }>;


export type LatestQuery = { engagements: { nodes: Array<{ id: string, startedOn: string | null, kind: ServiceKind, synthetic: boolean, sme: { id: string, name: string, state: string | null }, center: { id: string, name: string } | null, institute: { id: string, name: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } | null }> } };

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

export type PickOffersQueryVariables = Exact<{ [key: string]: never; }>;


export type PickOffersQuery = { facilities: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, courses: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, technologies: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, networks: Array<{ id: string, name: string, nativeName: string | null }> };

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

export type PlaceFieldsFragment = { city: string | null, state: string | null, country: string, nativeCity: string | null };

export type MilestoneFieldsFragment = { kind: string, date: string, asPrinted: string | null, reason: string | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }> };

export type EmbeddingFieldsFragment = { id: string, kind: EmbeddingKind, startsOn: string | null, endsOn: string | null, note: string | null, asOf: string | null, asOfWords: string | null, award: { amount: number, currency: string } | null, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null }, center: { id: string, name: string } | null, institute: { id: string, name: string, nativeName: string | null } | null };

export type KeyFigureFieldsFragment = { figure: KeyFigureName, answer: FigureAnswer, value: number | null, unit: string, n: number, absent: string | null, verification: Array<{ verification: Verification, reports: number }>, coverage: { words: string }, published: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> };

export type IndicatorFieldsFragment = { status: IndicatorStatus, answer: FigureAnswer, value: number | null, unit: string | null, n: number | null, formula: string | null, reason: string | null, seriesBreak: string | null, definition: { id: string, group: IndicatorGroup, name: string, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }, coverage: { words: string } | null, observation: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> };

export type ServedYearsQueryVariables = Exact<{
  where?: TraceWhere | null | undefined;
}>;


export type ServedYearsQuery = { traceTotals: Array<{ fiscalYear: number | null, smeCount: number | null }> };

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
export const SearchInstitutesDocument = {"__meta__":{"hash":"sha256:515a3a51538a7dc469d0e4d2ba6b871b81540a77d21afad987fb771c6813cdad"}} as unknown as TypedDocumentString<SearchInstitutesQuery, SearchInstitutesQueryVariables>;
export const SearchCentersDocument = {"__meta__":{"hash":"sha256:ff3fdfed39a3ae1c8f5dac9140207ed3427d6293b2cf3201e5136effe6e8adb8"}} as unknown as TypedDocumentString<SearchCentersQuery, SearchCentersQueryVariables>;
export const SearchManufacturersDocument = {"__meta__":{"hash":"sha256:b585a6285d6709a13e4a00155917979f88e5549e54b0a423de3b8ead3db0e669"}} as unknown as TypedDocumentString<SearchManufacturersQuery, SearchManufacturersQueryVariables>;
export const OfferedNamesDocument = {"__meta__":{"hash":"sha256:cac6993cb76c9adbf5a749178dd13992b683e85f42e34f5fbe313f5f27cc95f0"}} as unknown as TypedDocumentString<OfferedNamesQuery, OfferedNamesQueryVariables>;
export const CenterProfileDocument = {"__meta__":{"hash":"sha256:f497872b307b83b103ae02700a208028518ba76005d87e5068623201c13b3824"}} as unknown as TypedDocumentString<CenterProfileQuery, CenterProfileQueryVariables>;
export const CenterAwardsDocument = {"__meta__":{"hash":"sha256:d5a4d8026b591e9ecb17f9890b001f42c5cd8e4890143b95da8fe577689332a4"}} as unknown as TypedDocumentString<CenterAwardsQuery, CenterAwardsQueryVariables>;
export const CenterEmbeddingsDocument = {"__meta__":{"hash":"sha256:89f7ab221444f14b00fc97c8e487ca42eaad1c42f14cc55aa9c6903dfe4a4d66"}} as unknown as TypedDocumentString<CenterEmbeddingsQuery, CenterEmbeddingsQueryVariables>;
export const CenterKeyFiguresDocument = {"__meta__":{"hash":"sha256:87313560fa596bde0fe1482841f866d0f62498434662a394f1e8bda3f057f72c"}} as unknown as TypedDocumentString<CenterKeyFiguresQuery, CenterKeyFiguresQueryVariables>;
export const CenterDirectoryDocument = {"__meta__":{"hash":"sha256:cc6b30370e760ac30fd20aa4e97a2dbc74d6e2b27bb52392188f2be67dfbd474"}} as unknown as TypedDocumentString<CenterDirectoryQuery, CenterDirectoryQueryVariables>;
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
export const InstituteEvaluationDocument = {"__meta__":{"hash":"sha256:f64fd4ab7eb83abb596bcb93ae8889d277161fe28921c32467a4bebc791263cb"}} as unknown as TypedDocumentString<InstituteEvaluationQuery, InstituteEvaluationQueryVariables>;
export const InstituteDirectoryDocument = {"__meta__":{"hash":"sha256:e8dd8a23413e0f38faa29187f5d0d218192025131d4921e904687e8650baabcf"}} as unknown as TypedDocumentString<InstituteDirectoryQuery, InstituteDirectoryQueryVariables>;
export const NetworkDirectoryDocument = {"__meta__":{"hash":"sha256:748a3a57a70f031e954c117fccc57a6aa885bc6bab18019d9837612e1a7e06fe"}} as unknown as TypedDocumentString<NetworkDirectoryQuery, NetworkDirectoryQueryVariables>;
export const NetworkProfileDocument = {"__meta__":{"hash":"sha256:4f7bf19a71e7ae8c411d1794f1b91c97252a6530d9a8a4fe13bec4c01575bb28"}} as unknown as TypedDocumentString<NetworkProfileQuery, NetworkProfileQueryVariables>;
export const NetworkMilestonesDocument = {"__meta__":{"hash":"sha256:6f0ec39ba1c9d5b7f25692f020df1e35f3656b03206889ff3eba4177274a0b17"}} as unknown as TypedDocumentString<NetworkMilestonesQuery, NetworkMilestonesQueryVariables>;
export const NetworkInstitutesDocument = {"__meta__":{"hash":"sha256:c2efbeb7999b26403c4b8378f8f575637ecf6f018114dd6c06e82da111d30df9"}} as unknown as TypedDocumentString<NetworkInstitutesQuery, NetworkInstitutesQueryVariables>;
export const NetworkMetricsDocument = {"__meta__":{"hash":"sha256:2b97aa6ab4acd2816b09661b3a35746e4a9860df6bb6a802a04a835f0638e9d2"}} as unknown as TypedDocumentString<NetworkMetricsQuery, NetworkMetricsQueryVariables>;
export const NetworkRulesDocument = {"__meta__":{"hash":"sha256:58a5ae9425e9730b22b4eb5b62de32a247ee912a6c1085104abe400f80e25713"}} as unknown as TypedDocumentString<NetworkRulesQuery, NetworkRulesQueryVariables>;
export const NetworkObservationsDocument = {"__meta__":{"hash":"sha256:c022a6f619c6f1b51af3f8c572dba48b53153cc3de84a07f6eb2f03b00b3e737"}} as unknown as TypedDocumentString<NetworkObservationsQuery, NetworkObservationsQueryVariables>;
export const NetworkCentersDocument = {"__meta__":{"hash":"sha256:e4efcd381a95976d55eb9e6aff1e70d68dee6dd309fa0074c565f1297b2e7ddd"}} as unknown as TypedDocumentString<NetworkCentersQuery, NetworkCentersQueryVariables>;
export const NetworkKeyFiguresDocument = {"__meta__":{"hash":"sha256:74e6e0e226613f9d2c973efd55c105f49e1b6bb27fa17dce114a373b99de0feb"}} as unknown as TypedDocumentString<NetworkKeyFiguresQuery, NetworkKeyFiguresQueryVariables>;
export const NetworkEvaluationDocument = {"__meta__":{"hash":"sha256:75d67cad06997d5d0ae4d946e238b3752137b75dc9da98001d26e997a219d546"}} as unknown as TypedDocumentString<NetworkEvaluationQuery, NetworkEvaluationQueryVariables>;
export const RecordTotalsDocument = {"__meta__":{"hash":"sha256:1146057d9a8448b65f8e7e464b8cca0807cc4ed82389ef260877bc02d23f39bc"}} as unknown as TypedDocumentString<RecordTotalsQuery, RecordTotalsQueryVariables>;
export const InstitutePlacesDocument = {"__meta__":{"hash":"sha256:f63ac9ce079ee84e17096ba3446885454b56bf1cfe090572cc41b08ffdf7055f"}} as unknown as TypedDocumentString<InstitutePlacesQuery, InstitutePlacesQueryVariables>;
export const CenterPlacesDocument = {"__meta__":{"hash":"sha256:a3cc886188edd2ec25b148ecf5290643734d425ed324024347fb2613792505cd"}} as unknown as TypedDocumentString<CenterPlacesQuery, CenterPlacesQueryVariables>;
export const OpenDoubtsDocument = {"__meta__":{"hash":"sha256:0a1f4790fb2399ecf4b4765acb7730a96624de9b78d9fbfe771d32bd018f6f75"}} as unknown as TypedDocumentString<OpenDoubtsQuery, OpenDoubtsQueryVariables>;
export const HeadlineFiguresDocument = {"__meta__":{"hash":"sha256:4c28f44519498a22c78ffbaa044f63af7fce760d2bea0fef7d27d267d647c17c"}} as unknown as TypedDocumentString<HeadlineFiguresQuery, HeadlineFiguresQueryVariables>;
export const LatestDocument = {"__meta__":{"hash":"sha256:a840c7c4a1b187b440228087d560e9868d3f76d62df3776e12e0d840ec49215e"}} as unknown as TypedDocumentString<LatestQuery, LatestQueryVariables>;
export const TraceFlowDocument = {"__meta__":{"hash":"sha256:5ecfd4975b8950946f233611b257e3eaba917059c2c60e423dcdd86cb538f106"}} as unknown as TypedDocumentString<TraceFlowQuery, TraceFlowQueryVariables>;
export const PickCentersDocument = {"__meta__":{"hash":"sha256:b629d0f0677974a9cf119819f5a05181fb0440534bf54cc345a48d2c9b0ef33a"}} as unknown as TypedDocumentString<PickCentersQuery, PickCentersQueryVariables>;
export const PickInstitutesDocument = {"__meta__":{"hash":"sha256:da2e78619b4b89b73c11e73c9bb43360088aef944cd47ea11537caf96504060d"}} as unknown as TypedDocumentString<PickInstitutesQuery, PickInstitutesQueryVariables>;
export const PickManufacturersDocument = {"__meta__":{"hash":"sha256:478528f4a37191f25bd42aaea9b634192b75e7b7550f6fdd7dbeea36dd417972"}} as unknown as TypedDocumentString<PickManufacturersQuery, PickManufacturersQueryVariables>;
export const NamesOfManufacturersDocument = {"__meta__":{"hash":"sha256:ad9be916a098b6b30c8ea31278fa0c440768d1c4ccacb6b8a0c7dc1bfc998366"}} as unknown as TypedDocumentString<NamesOfManufacturersQuery, NamesOfManufacturersQueryVariables>;
export const PickOffersDocument = {"__meta__":{"hash":"sha256:528b0a24831b574d7724a52f8d3b949d6f8b6c9e4b3a08be2d7f1b0b878d4c2f"}} as unknown as TypedDocumentString<PickOffersQuery, PickOffersQueryVariables>;
export const FigureOfInstituteDocument = {"__meta__":{"hash":"sha256:a70d1a604f5f587fc94e447104610ebc3cf2d5c9ac404899cf687ccac65125ad"}} as unknown as TypedDocumentString<FigureOfInstituteQuery, FigureOfInstituteQueryVariables>;
export const FigureOfCenterDocument = {"__meta__":{"hash":"sha256:1f59e20f749e852af166a818994c2861b22c932169fca4ac9f01c55395932d1c"}} as unknown as TypedDocumentString<FigureOfCenterQuery, FigureOfCenterQueryVariables>;
export const FigureOfNetworkDocument = {"__meta__":{"hash":"sha256:1745558ead0aeb63ed1644e2c53d684369f4cf5bc830db72c756299767f2a223"}} as unknown as TypedDocumentString<FigureOfNetworkQuery, FigureOfNetworkQueryVariables>;
export const ServedYearsDocument = {"__meta__":{"hash":"sha256:bad85baf44aa450f350b785ef695ebb87b2cf7dd35eeacbd9e99ac84c0e144e1"}} as unknown as TypedDocumentString<ServedYearsQuery, ServedYearsQueryVariables>;
export const TraceRowsDocument = {"__meta__":{"hash":"sha256:c7b274ed3e6ae5739176a4abd7e45e68fac7b6324276edacf8adce784ccbbb3c"}} as unknown as TypedDocumentString<TraceRowsQuery, TraceRowsQueryVariables>;
export const TraceSumsDocument = {"__meta__":{"hash":"sha256:6d7a6e75123b30feeb81d6bdfc3769ae2a296383bfc84053aeda62688c96a92e"}} as unknown as TypedDocumentString<TraceSumsQuery, TraceSumsQueryVariables>;
