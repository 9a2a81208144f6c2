import { Column, Entity, PrimaryColumn } from "typeorm";

/** Where in a document something stands. */
abstract class DocumentRowPart {
	@Column("text") source_document: string;
	@Column("text", { nullable: true }) source_section: string | null;
	@Column("integer", { nullable: true }) source_line: number | null;
}

@Entity("networks")
export class NetworkRow extends DocumentRowPart {
	@PrimaryColumn("text") id: string;
	@Column("text") name: string;
	@Column("text", { nullable: true }) native_name: string | null;
	/** Separated by ";". */
	@Column("text") former_names: string;
	/** ISO 3166-1. */
	@Column("text") country: string;
	@Column("integer") fiscal_year_start_month: number;
	@Column("text", { nullable: true }) program_office: string | null;
	@Column("text", { nullable: true }) program_office_within: string | null;
}

@Entity("institutes")
export class InstituteRow extends DocumentRowPart {
	@PrimaryColumn("text") id: string;
	@Column("text") name: string;
	@Column("text", { nullable: true }) full_name: string | null;
	@Column("text", { nullable: true }) native_name: string | null;
	@Column("text", { nullable: true }) acronym: string | null;
	/** Separated by ";". */
	@Column("text") former_names: string;
	/** DOD, DOE or DOC; null where no source names one. */
	@Column("text", { nullable: true }) sponsor: string | null;
	@Column("text", { nullable: true }) lead: string | null;
	@Column("text", { nullable: true }) native_lead: string | null;
	@Column("text", { nullable: true }) lead_kind: string | null;
	@Column("text") city: string;
	/** ISO 3166-2. */
	@Column("text", { nullable: true }) state: string | null;
	@Column("text") country: string;
	@Column("text", { nullable: true }) native_city: string | null;
	@Column("text") technology_area: string;
	@Column("text", { nullable: true }) native_technology_area: string | null;
	@Column("text", { nullable: true }) mission: string | null;
	@Column("text", { nullable: true }) native_mission: string | null;
	/** All names, technologies and places under which it is found; see `searchable`. */
	@Column("text") search_text: string;
}

@Entity("network_institutes")
export class NetworkInstituteRow {
	/** `<network>~<institute>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") network_id: string;
	@Column("text") institute_id: string;
}

/** A facility, course or technology of an institute; the three tables share their first columns. */
abstract class AssetRow {
	@PrimaryColumn("text") id: string;
	@Column("text") institute_id: string;
	@Column("text") name: string;
	@Column("text") source_url: string;
	@Column("text") read_on: string;
}

@Entity("facilities")
export class FacilityRow extends AssetRow {
	@Column("text", { nullable: true }) city: string | null;
	@Column("text", { nullable: true }) state: string | null;
	@Column("text", { nullable: true }) capability: string | null;
	@Column("text", { nullable: true }) opened: string | null;
	@Column("text", { nullable: true }) qualifier: string | null;
}

@Entity("courses")
export class CourseRow extends AssetRow {
	@Column("text", { nullable: true }) audience: string | null;
	@Column("text", { nullable: true }) started: string | null;
	@Column("integer", { nullable: true }) people_trained: number | null;
	@Column("text", { nullable: true }) as_of: string | null;
	@Column("text", { nullable: true }) as_of_words: string | null;
	@Column("text", { nullable: true }) note: string | null;
}

@Entity("technologies")
export class TechnologyRow extends AssetRow {}

@Entity("projects")
export class ProjectRow extends AssetRow {
	@Column("text", { nullable: true }) lead: string | null;
	/** Separated by ";". */
	@Column("text") partners: string;
	@Column("text", { nullable: true }) call_id: string | null;
	@Column("text", { nullable: true }) technology_id: string | null;
	@Column("text", { nullable: true }) started: string | null;
	@Column("text", { nullable: true }) note: string | null;
}

/** A fact read in a document, or on a web page; exactly one of the two is given. */
abstract class SourcedRow {
	@Column("text", { nullable: true }) source_document: string | null;
	@Column("text", { nullable: true }) source_section: string | null;
	@Column("integer", { nullable: true }) source_line: number | null;
	@Column("text", { nullable: true }) source_url: string | null;
	@Column("text", { nullable: true }) read_on: string | null;
}

@Entity("calls")
export class CallRow extends SourcedRow {
	@PrimaryColumn("text") id: string;
	@Column("text") institute_id: string;
	@Column("text") name: string;
	@Column("text", { nullable: true }) opened: string | null;
	@Column("integer", { nullable: true }) cycle_months_from: number | null;
	@Column("integer", { nullable: true }) cycle_months_to: number | null;
	/** Separated by ";". */
	@Column("text") criteria: string;
	/** Separated by ";". */
	@Column("text") emphasis: string;
	@Column("text", { nullable: true }) requirement: string | null;
	@Column("integer", { nullable: true }) batches: number | null;
	@Column("integer", { nullable: true }) projects: number | null;
	/** `<kind>:<count>`, separated by ";". */
	@Column("text") leads: string;
	@Column("double precision", { nullable: true }) amount_usd: number | null;
	@Column("text", { nullable: true }) note: string | null;
}

@Entity("roadmap_areas")
export class RoadmapAreaRow extends DocumentRowPart {
	@PrimaryColumn("text") id: string;
	@Column("text") institute_id: string;
	@Column("integer") number: number;
	@Column("text") name: string;
	@Column("text", { nullable: true }) native_name: string | null;
	@Column("integer") from_year: number;
	@Column("integer") to_year: number;
	@Column("text", { nullable: true }) released: string | null;
	/** Ids, separated by ";". */
	@Column("text") doubts: string;
}

@Entity("tiers")
export class TierRow extends DocumentRowPart {
	@PrimaryColumn("text") id: string;
	@Column("text") institute_id: string;
	/** 1 for the highest. */
	@Column("integer") rank: number;
	@Column("text") name: string;
	@Column("text", { nullable: true }) native_name: string | null;
	@Column("double precision") dues_a_year: number;
	@Column("text") currency: string;
	@Column("text", { nullable: true }) as_printed: string | null;
	@Column("text", { nullable: true }) note: string | null;
}

@Entity("entitlements")
export class EntitlementRow extends DocumentRowPart {
	@PrimaryColumn("text") id: string;
	@Column("text") tier_id: string;
	@Column("text") right: string;
	/** INCLUDED, FEE or NONE. */
	@Column("text") level: string;
}

@Entity("funding_phases")
export class FundingPhaseRow extends DocumentRowPart {
	@PrimaryColumn("text") id: string;
	@Column("integer") from_year: number;
	/** Null: and later. */
	@Column("integer", { nullable: true }) to_year: number | null;
	/** Separated by ";". */
	@Column("text") funds: string;
}

@Entity("observations")
export class ObservationRow extends SourcedRow {
	@PrimaryColumn("text") id: string;
	@Column("text", { nullable: true }) institute_id: string | null;
	@Column("text", { nullable: true }) network_id: string | null;
	@Column("integer", { nullable: true }) fiscal_year: number | null;
	@Column("text") property: string;
	@Column("integer", { nullable: true }) number: number | null;
	@Column("double precision", { nullable: true }) value: number | null;
	@Column("text", { nullable: true }) unit: string | null;
	@Column("text", { nullable: true }) text: string | null;
	@Column("text", { nullable: true }) native_text: string | null;
	@Column("text", { nullable: true }) as_printed: string | null;
	@Column("double precision", { nullable: true }) printed_value: number | null;
	@Column("text", { nullable: true }) as_of: string | null;
	@Column("text", { nullable: true }) as_of_words: string | null;
	@Column("text", { nullable: true }) period: string | null;
	@Column("text", { nullable: true }) party: string | null;
	@Column("boolean") accepted: boolean;
	@Column("text", { nullable: true }) reason: string | null;
	@Column("text", { nullable: true }) series_break: string | null;
	/** Ids, separated by ";", the weightiest first. */
	@Column("text") doubts: string;
	/** Names, figure and place, as they are searched. */
	@Column("text", { nullable: true }) search_text: string | null;
}

@Entity("doubts")
export class DoubtRow {
	@PrimaryColumn("text") id: string;
	@Column("boolean") settled: boolean;
	@Column("text") severity: string;
	@Column("text") what: string;
	@Column("text", { nullable: true }) printed: string | null;
	@Column("text", { nullable: true }) right: string | null;
	@Column("text", { nullable: true }) settled_by: string | null;
	@Column("text") why: string;
	/** Titles, one a line. */
	@Column("text") documents: string;
	@Column("text", { nullable: true }) external_source: string | null;
}

@Entity("documents")
export class DocumentRow {
	@PrimaryColumn("text") id: string;
	@Column("text") title: string;
	@Column("text") about: string;
	@Column("text", { nullable: true }) as_of: string | null;
	@Column("text", { nullable: true }) as_of_words: string | null;
	@Column("text") language: string;
}

@Entity("indicators")
export class IndicatorRow extends DocumentRowPart {
	@PrimaryColumn("text") id: string;
	/** Order in its document. */
	@Column("integer") number: number;
	/** SHORT_TERM, MID_TERM, LONG_TERM, CHINA_DIMENSION or CHINA_QUANTIFIABLE. */
	@Column("text") group: string;
	@Column("text") name: string;
}

@Entity("mrl_levels")
export class MrlLevelRow extends DocumentRowPart {
	/** The level, 1 to 10, as text. */
	@PrimaryColumn("text") id: string;
	@Column("text") definition: string;
	@Column("text") native_definition: string;
	/** Separated by ";". */
	@Column("text") stages: string;
}
