/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Whether the figures of a total, or of a cell of statistics, are published. */
export type CellStatus =
  /** The figures are shown. Totals over PUBLIC records always are. */
  | 'PUBLISHED'
  /** The figures are withheld to protect confidential manufacturers. */
  | 'SUPPRESSED'
  /** There are no records; the figures are zero. In statistics only. */
  | 'EMPTY';

/** How much something that a check found matters. */
export type CheckSeverity =
  /** The subgraph is refused until it is fixed. */
  | 'ERROR'
  /** Worth fixing; the subgraph is accepted. */
  | 'WARNING'
  /** Worth knowing. */
  | 'INFO';

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

/** Whether a partner's subgraphs may be served. */
export type PartnerStatus =
  /** It publishes, and what it activated is served. */
  | 'ACTIVE'
  /** Nothing of it is served, and it may not change anything. */
  | 'SUSPENDED';

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

/** How a version left the graph. */
export type WithdrawalKind =
  /** It was rolled back; activate a version to serve it again. */
  | 'ROLLED_BACK'
  /** The subgraph or its partner is suspended; it returns when that is resumed. */
  | 'SUSPENDED'
  /** It extends a type of another partner that is not served now; it returns with that. */
  | 'WAITS';

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

export type AllFiguresQueryVariables = Exact<{
  where?: ObservationWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AllFiguresQuery = { observations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } };

export type FigureChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type FigureChoicesQuery = { observationFacets: { subjects: Array<{ type: string, id: string, count: number }>, properties: Array<{ value: string, count: number }>, documents: Array<{ value: string, count: number }>, years: Array<{ value: string, count: number }>, doubts: Array<{ value: string, count: number }> }, documents: Array<{ id: string, title: string }>, institutes: { nodes: Array<{ id: string, name: string, nativeName: string | null }> }, networks: Array<{ id: string, name: string, nativeName: string | null }> };

export type CenterFiguresQueryVariables = Exact<{ [key: string]: never; }>;


export type CenterFiguresQuery = { mepCenters: { nodes: Array<{ id: string, name: string, observations: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } };

export type DoubtsQueryVariables = Exact<{ [key: string]: never; }>;


export type DoubtsQuery = { doubts: Array<{ id: string, settled: boolean, severity: string, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string, documents: Array<string>, externalSource: string | null }> };

export type EvaluationsQueryVariables = Exact<{
  fiscalYear?: number | null | undefined;
  calendarYear?: number | null | undefined;
}>;


export type EvaluationsQuery = { networks: Array<{ id: string, name: string, nativeName: string | null, evaluation: { indicators: Array<{ status: IndicatorStatus, answer: FigureAnswer, value: number | null, unit: string | null, n: number | null, formula: string | null, reason: string | null, seriesBreak: string | null, definition: { id: string, group: IndicatorGroup, name: string, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }, coverage: { words: string } | null, observation: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null, otherFigures: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> } }> };

export type NetworkKeyFiguresQueryVariables = Exact<{
  fiscalYear?: number | null | undefined;
  calendarYear?: number | null | undefined;
}>;


export type NetworkKeyFiguresQuery = { networks: Array<{ id: string, name: string, nativeName: string | null, keyFigures: Array<{ figure: KeyFigureName, answer: FigureAnswer, value: number | null, unit: string, n: number, absent: string | null, coverage: { words: string }, published: { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } } | null }> }> };

export type EvaluationRulesQueryVariables = Exact<{ [key: string]: never; }>;


export type EvaluationRulesQuery = { networks: Array<{ id: string, name: string, nativeName: string | null, evaluationRules: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> }> };

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

export type TraceRowsQueryVariables = Exact<{
  where?: TraceWhere | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type TraceRowsQuery = { trace: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: ServiceKind, engagementCount: number, firstOn: string | null, lastOn: string | null, hours: number | null, peopleTrained: number | null, sme: { id: string, name: string, city: string | null, state: string | null, synthetic: boolean }, center: { id: string, name: string } | null, institute: { id: string, name: string } | null }> } };

export type TraceFlowQueryVariables = Exact<{
  where?: TraceWhere | null | undefined;
  by: Array<TraceDimension> | TraceDimension;
}>;


export type TraceFlowQuery = { traceTotals: Array<{ kind: ServiceKind | null, smeState: string | null, naicsSector: string | null, smeCount: number | null, engagementCount: number | null, status: CellStatus, center: { id: string, name: string } | null, institute: { id: string, name: string } | null }> };

export type TraceSumsQueryVariables = Exact<{
  where?: TraceWhere | null | undefined;
}>;


export type TraceSumsQuery = { traceTotals: Array<{ kind: ServiceKind | null, smeCount: number | null, engagementCount: number | null, hours: number | null, peopleTrained: number | null, status: CellStatus, outcomes: Array<{ metric: OutcomeMetric, value: number, currency: string | null, reports: number, verification: Verification }> | null }>, all: Array<{ smeCount: number | null, engagementCount: number | null }> };

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

export type SourceFieldsFragment = { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null };

export type FigureFieldsFragment = { id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } };

export type FigureOfInstituteQueryVariables = Exact<{
  id: string;
  property: string;
}>;


export type FigureOfInstituteQuery = { observations: { nodes: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } };

export type FigureOfNetworkQueryVariables = Exact<{
  id: string;
  property: string;
}>;


export type FigureOfNetworkQuery = { observations: { nodes: Array<{ id: string, subjectType: string, subjectId: string, property: string, number: number | null, value: number | null, text: string | null, nativeText: string | null, unit: string | null, asPrinted: string | null, printedValue: number | null, asOf: string | null, asOfWords: string | null, fiscalYear: number | null, period: string | null, party: string | null, accepted: boolean, reason: string | null, seriesBreak: string | null, doubts: Array<{ id: string, settled: boolean, what: string, printed: string | null, right: string | null, settledBy: string | null, why: string }>, source: { id: string, document: string, section: string | null, line: number | null, url: string | null, readOn: string | null } }> } };

export type OfferedNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type OfferedNamesQuery = { facilities: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, courses: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, technologies: { nodes: Array<{ id: string, name: string, institute: { id: string, name: string } }> }, networks: Array<{ id: string, name: string, nativeName: string | null }> };

export type TraceFieldsFragment = { id: string, kind: ServiceKind, engagementCount: number, firstOn: string | null, lastOn: string | null, hours: number | null, peopleTrained: number | null, sme: { id: string, name: string, city: string | null, state: string | null, synthetic: boolean }, center: { id: string, name: string } | null, institute: { id: string, name: string } | null };

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
    id
    settled
    what
    printed
    right
    settledBy
    why
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
}`, {"fragmentName":"FigureFields"}) as unknown as TypedDocumentString<FigureFieldsFragment, unknown>;
export const TraceFieldsFragmentDoc = new TypedDocumentString(`
    fragment TraceFields on Trace {
  id
  kind
  engagementCount
  firstOn
  lastOn
  hours
  peopleTrained
  sme {
    id
    name
    city
    state
    synthetic
  }
  center {
    id
    name
  }
  institute {
    id
    name
  }
}
    `, {"fragmentName":"TraceFields"}) as unknown as TypedDocumentString<TraceFieldsFragment, unknown>;
export const SearchInstitutesDocument = {"__meta__":{"hash":"sha256:515a3a51538a7dc469d0e4d2ba6b871b81540a77d21afad987fb771c6813cdad"}} as unknown as TypedDocumentString<SearchInstitutesQuery, SearchInstitutesQueryVariables>;
export const SearchCentersDocument = {"__meta__":{"hash":"sha256:ff3fdfed39a3ae1c8f5dac9140207ed3427d6293b2cf3201e5136effe6e8adb8"}} as unknown as TypedDocumentString<SearchCentersQuery, SearchCentersQueryVariables>;
export const SearchManufacturersDocument = {"__meta__":{"hash":"sha256:b585a6285d6709a13e4a00155917979f88e5549e54b0a423de3b8ead3db0e669"}} as unknown as TypedDocumentString<SearchManufacturersQuery, SearchManufacturersQueryVariables>;
export const AllFiguresDocument = {"__meta__":{"hash":"sha256:2455f48a6a502fa377ef50189f033440cb57287d5097362884328522d44c6f2e"}} as unknown as TypedDocumentString<AllFiguresQuery, AllFiguresQueryVariables>;
export const FigureChoicesDocument = {"__meta__":{"hash":"sha256:37d933139aaadcd5f7c3f1f8fe6f302461f62d4558d0fed409136ebbb5b48c55"}} as unknown as TypedDocumentString<FigureChoicesQuery, FigureChoicesQueryVariables>;
export const CenterFiguresDocument = {"__meta__":{"hash":"sha256:ffb6c31ad37006612d15bba597a82adf5bce066c46a5eb3d5bb4e102dc3eeca3"}} as unknown as TypedDocumentString<CenterFiguresQuery, CenterFiguresQueryVariables>;
export const DoubtsDocument = {"__meta__":{"hash":"sha256:d7c4cc580da407e3102b9f3e4f138444c18f386b119819c4a19dec72a5052900"}} as unknown as TypedDocumentString<DoubtsQuery, DoubtsQueryVariables>;
export const EvaluationsDocument = {"__meta__":{"hash":"sha256:d207da8529d83d138d786ff753f5fb7dc435992e5083b7e39fdb8ec04d4fa1ed"}} as unknown as TypedDocumentString<EvaluationsQuery, EvaluationsQueryVariables>;
export const NetworkKeyFiguresDocument = {"__meta__":{"hash":"sha256:3ee1739f6563852b428e8d39848a77b1603415679ccae1b75a2a026db9ceaa8b"}} as unknown as TypedDocumentString<NetworkKeyFiguresQuery, NetworkKeyFiguresQueryVariables>;
export const EvaluationRulesDocument = {"__meta__":{"hash":"sha256:7d2906009ac4d22282b9938e9bcfbf0e9a0cd07f09872a679695857a21afd7ad"}} as unknown as TypedDocumentString<EvaluationRulesQuery, EvaluationRulesQueryVariables>;
export const RecordTotalsDocument = {"__meta__":{"hash":"sha256:1146057d9a8448b65f8e7e464b8cca0807cc4ed82389ef260877bc02d23f39bc"}} as unknown as TypedDocumentString<RecordTotalsQuery, RecordTotalsQueryVariables>;
export const InstitutePlacesDocument = {"__meta__":{"hash":"sha256:f63ac9ce079ee84e17096ba3446885454b56bf1cfe090572cc41b08ffdf7055f"}} as unknown as TypedDocumentString<InstitutePlacesQuery, InstitutePlacesQueryVariables>;
export const CenterPlacesDocument = {"__meta__":{"hash":"sha256:a3cc886188edd2ec25b148ecf5290643734d425ed324024347fb2613792505cd"}} as unknown as TypedDocumentString<CenterPlacesQuery, CenterPlacesQueryVariables>;
export const OpenDoubtsDocument = {"__meta__":{"hash":"sha256:0a1f4790fb2399ecf4b4765acb7730a96624de9b78d9fbfe771d32bd018f6f75"}} as unknown as TypedDocumentString<OpenDoubtsQuery, OpenDoubtsQueryVariables>;
export const HeadlineFiguresDocument = {"__meta__":{"hash":"sha256:df774f3abc1d05a530ae272a8e2a5f289de82eeb9a751763b74577ea1d6bc786"}} as unknown as TypedDocumentString<HeadlineFiguresQuery, HeadlineFiguresQueryVariables>;
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
export const TraceRowsDocument = {"__meta__":{"hash":"sha256:548ae40f809a8920d861edef024485b20dfc613dee63a57610d8a362a5ae7f4f"}} as unknown as TypedDocumentString<TraceRowsQuery, TraceRowsQueryVariables>;
export const TraceFlowDocument = {"__meta__":{"hash":"sha256:5ecfd4975b8950946f233611b257e3eaba917059c2c60e423dcdd86cb538f106"}} as unknown as TypedDocumentString<TraceFlowQuery, TraceFlowQueryVariables>;
export const TraceSumsDocument = {"__meta__":{"hash":"sha256:6d7a6e75123b30feeb81d6bdfc3769ae2a296383bfc84053aeda62688c96a92e"}} as unknown as TypedDocumentString<TraceSumsQuery, TraceSumsQueryVariables>;
export const PickCentersDocument = {"__meta__":{"hash":"sha256:b629d0f0677974a9cf119819f5a05181fb0440534bf54cc345a48d2c9b0ef33a"}} as unknown as TypedDocumentString<PickCentersQuery, PickCentersQueryVariables>;
export const PickInstitutesDocument = {"__meta__":{"hash":"sha256:da2e78619b4b89b73c11e73c9bb43360088aef944cd47ea11537caf96504060d"}} as unknown as TypedDocumentString<PickInstitutesQuery, PickInstitutesQueryVariables>;
export const PickManufacturersDocument = {"__meta__":{"hash":"sha256:478528f4a37191f25bd42aaea9b634192b75e7b7550f6fdd7dbeea36dd417972"}} as unknown as TypedDocumentString<PickManufacturersQuery, PickManufacturersQueryVariables>;
export const NamesOfManufacturersDocument = {"__meta__":{"hash":"sha256:ad9be916a098b6b30c8ea31278fa0c440768d1c4ccacb6b8a0c7dc1bfc998366"}} as unknown as TypedDocumentString<NamesOfManufacturersQuery, NamesOfManufacturersQueryVariables>;
export const FigureOfInstituteDocument = {"__meta__":{"hash":"sha256:820333eb8ee42a6f059ee524e52541d74c92d56e81e11d6e9ad59fc204f0f20a"}} as unknown as TypedDocumentString<FigureOfInstituteQuery, FigureOfInstituteQueryVariables>;
export const FigureOfNetworkDocument = {"__meta__":{"hash":"sha256:933b73b64563ada234bec77357932535250d25f05ee4739d5b0fcf97b793bbd9"}} as unknown as TypedDocumentString<FigureOfNetworkQuery, FigureOfNetworkQueryVariables>;
export const OfferedNamesDocument = {"__meta__":{"hash":"sha256:cac6993cb76c9adbf5a749178dd13992b683e85f42e34f5fbe313f5f27cc95f0"}} as unknown as TypedDocumentString<OfferedNamesQuery, OfferedNamesQueryVariables>;
