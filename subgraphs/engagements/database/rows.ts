import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("smes")
export class SmeRow {
	@PrimaryColumn("text") id: string;
	@Column("text") name: string;
	@Column("text", { nullable: true }) city: string | null;
	/** ISO 3166-2, "US-GA". */
	@Column("text", { nullable: true }) state: string | null;
	@Column("text", { nullable: true }) naics: string | null;
	@Column("integer", { nullable: true }) employees: number | null;
	/** Whether a source says the site belongs to a larger group; null where none says. */
	@Column("boolean", { nullable: true }) larger_group: boolean | null;
	@Column("text") visibility: string;
	@Column("boolean") synthetic: boolean;
	/** The center that registered it. */
	@Column("text", { nullable: true }) center_id: string | null;
	/** The manufacturer it was merged into, where it was. */
	@Column("text", { nullable: true }) merged_into: string | null;
	/** The manufacturer at the end of its chain of merges; its own id if it was not merged. */
	@Column("text") root_id: string;
	/** The name as it is compared: see `comparable`. */
	@Column("text") match_name: string;
	/** The name as it is searched: see `searchable`. */
	@Column("text") search_name: string;
	/** The import that created it was undone and nothing uses it: no list shows it. */
	@Column("boolean", { default: false }) removed: boolean;
	@Column("integer") revision: number;
}

/** An identifier that another organization issued to a manufacturer. */
@Entity("sme_identifiers")
export class SmeIdentifierRow {
	/** `<sme id>~<scheme>~<value>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") sme_id: string;
	@Column("text") scheme: string;
	@Column("text") value: string;
}

/** Two manufacturers that somebody declared not to be the same. */
@Entity("distinct_pairs")
export class DistinctPairRow {
	/** `<one>~<other>`. */
	@PrimaryColumn("text") id: string;
	/** The manufacturer whose id comes first. */
	@Column("text") one_id: string;
	@Column("text") other_id: string;
	/** The center whose manager declared it; null for the program office. */
	@Column("text", { nullable: true }) center_id: string | null;
	@Column("text") marked_at: string;
	@Column("text") marked_by: string;
	@Column("text") reason: string;
	/** Whether the declaration was taken back. */
	@Column("boolean") withdrawn: boolean;
	@Column("integer") revision: number;
}

@Entity("engagements")
export class EngagementRow {
	@PrimaryColumn("text") id: string;
	/** The manufacturer under which it counts, after merges. */
	@Column("text") sme_id: string;
	/** The manufacturer under which it was logged. */
	@Column("text") logged_sme_id: string;
	@Column("text") kind: string;
	@Column("text", { nullable: true }) center_id: string | null;
	@Column("text", { nullable: true }) institute_id: string | null;
	/** Groups engagements into traces; made by `traceIdOf`. */
	@Column("text") trace_id: string;
	@Column("text", { nullable: true }) title: string | null;
	/** As precise as the source: "2018", "2018-03", "2018-03-07"; null where undated. */
	@Column("text", { nullable: true }) started_on: string | null;
	/** First day that `started_on` may mean; "" where undated. */
	@Column("text") started_first: string;
	/** Last day that `started_on` may mean; "" where undated. */
	@Column("text") started_last: string;
	@Column("text", { nullable: true }) ended_on: string | null;
	/** US federal year, where the date is precise enough to tell. */
	@Column("integer", { nullable: true }) fiscal_year: number | null;
	@Column("text", { nullable: true }) facility_id: string | null;
	@Column("double precision", { nullable: true }) hours: number | null;
	@Column("text", { nullable: true }) course_id: string | null;
	@Column("integer", { nullable: true }) people_trained: number | null;
	@Column("text", { nullable: true }) credential: string | null;
	@Column("text", { nullable: true }) technology_id: string | null;
	@Column("text", { nullable: true }) instrument: string | null;
	@Column("integer", { nullable: true }) mrl_from: number | null;
	@Column("integer", { nullable: true }) mrl_to: number | null;
	@Column("text", { nullable: true }) practice: string | null;
	@Column("boolean", { nullable: true }) fee_paid: boolean | null;
	/** What the membership of that day allowed: INCLUDED, FEE or NONE; null where the institute has no tiers. */
	@Column("text", { nullable: true }) entitlement: string | null;
	@Column("text", { nullable: true }) note: string | null;
	@Column("text") status: string;
	/** Logged after its quarter was reported. */
	@Column("boolean", { default: false }) late: boolean;
	@Column("text") visibility: string;
	@Column("boolean") synthetic: boolean;
	@Column("text") source_document: string;
	@Column("text", { nullable: true }) source_url: string | null;
	@Column("text", { nullable: true }) read_on: string | null;
	@Column("integer") revision: number;
}

@Entity("outcomes")
export class OutcomeRow {
	@PrimaryColumn("text") id: string;
	/** The manufacturer under which it counts, after merges. */
	@Column("text") sme_id: string;
	/** The manufacturer under which it was reported. */
	@Column("text") logged_sme_id: string;
	@Column("text", { nullable: true }) center_id: string | null;
	@Column("text", { nullable: true }) institute_id: string | null;
	@Column("text", { nullable: true }) window_start: string | null;
	@Column("text", { nullable: true }) window_end: string | null;
	@Column("text") verification: string;
	@Column("text") visibility: string;
	@Column("boolean") synthetic: boolean;
	@Column("text") source_document: string;
	@Column("text", { nullable: true }) source_url: string | null;
	@Column("text", { nullable: true }) read_on: string | null;
	@Column("integer") revision: number;
}

@Entity("outcome_claims")
export class OutcomeClaimRow {
	/** `<outcome id>~<metric>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") outcome_id: string;
	@Column("text") metric: string;
	@Column("double precision") value: number;
	@Column("text", { nullable: true }) currency: string | null;
	/** Qualifier in the source, such as "more than". */
	@Column("text", { nullable: true }) qualifier: string | null;
}

@Entity("outcome_covers")
export class OutcomeCoverRow {
	/** `<outcome id>~<engagement id>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") outcome_id: string;
	@Column("text") engagement_id: string;
}

/** A manufacturer's membership at an institute. */
@Entity("memberships")
export class MembershipRow {
	@PrimaryColumn("text") id: string;
	/** The manufacturer under which it counts, after merges. */
	@Column("text") sme_id: string;
	/** The manufacturer under which it was recorded. */
	@Column("text") logged_sme_id: string;
	@Column("text") institute_id: string;
	@Column("text", { nullable: true }) tier_id: string | null;
	@Column("text", { nullable: true }) started_on: string | null;
	@Column("text", { nullable: true }) ended_on: string | null;
	/** When a source named it a member, if the source gives no start. */
	@Column("text", { nullable: true }) seen_on: string | null;
	@Column("text", { nullable: true }) note: string | null;
	/** The center that recorded it. */
	@Column("text", { nullable: true }) center_id: string | null;
	@Column("text") visibility: string;
	@Column("boolean") synthetic: boolean;
	@Column("text") source_document: string;
	@Column("text", { nullable: true }) source_url: string | null;
	@Column("text", { nullable: true }) read_on: string | null;
	@Column("integer") revision: number;
}

/** One row: whether this database holds REAL or SYNTHETIC records. The two are never mixed. */
@Entity("dataset")
export class DatasetRow {
	@PrimaryColumn("text") kind: string;
	/** How often many records were written without revisions: see `announceBulkWrite`. */
	@Column("integer", { default: 0 }) bulk_writes: number;
}
