import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("institutes")
export class InstituteRow {
	@PrimaryColumn("text") id: string;
	@Column("text") name: string;
	@Column("text") full_name: string;
	@Column("text") native_name: string;
	/** Separated by ";". */
	@Column("text") former_names: string;
	@Column("text") sponsor: string;
	@Column("text") lead: string;
	@Column("text") city: string;
	/** ISO 3166-2. */
	@Column("text") state: string;
	@Column("text") technology_area: string;
	@Column("text") source_document: string;
	@Column("text") source_section: string;
	@Column("integer") source_line: number;
}

@Entity("milestones")
export class MilestoneRow {
	@PrimaryColumn("text") id: string;
	@Column("text") institute_id: string;
	@Column("text") kind: string;
	@Column("text") date: string;
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
	@Column("text", { nullable: true }) note: string | null;
}

@Entity("technologies")
export class TechnologyRow extends AssetRow {}

@Entity("observations")
export class ObservationRow {
	@PrimaryColumn("text") id: string;
	@Column("text", { nullable: true }) institute_id: string | null;
	@Column("text", { nullable: true }) network_id: string | null;
	@Column("integer", { nullable: true }) fiscal_year: number | null;
	@Column("text") property: string;
	@Column("double precision") value: number;
	@Column("text") unit: string;
	@Column("text", { nullable: true }) as_printed: string | null;
	@Column("text", { nullable: true }) as_of: string | null;
	@Column("text", { nullable: true }) doubt_id: string | null;
	@Column("text") source_document: string;
	@Column("text", { nullable: true }) source_section: string | null;
	@Column("integer", { nullable: true }) source_line: number | null;
	@Column("text", { nullable: true }) source_url: string | null;
	@Column("text", { nullable: true }) read_on: string | null;
}

@Entity("doubts")
export class DoubtRow {
	@PrimaryColumn("text") id: string;
	@Column("text") severity: string;
	@Column("text") what: string;
	@Column("text", { nullable: true }) printed: string | null;
	@Column("text", { nullable: true }) right: string | null;
	@Column("text", { nullable: true }) settled_by: string | null;
	@Column("text") why: string;
}

@Entity("mrl_levels")
export class MrlLevelRow {
	/** The level, 1 to 10, as text. */
	@PrimaryColumn("text") id: string;
	@Column("text") definition: string;
	/** Separated by ";". */
	@Column("text") stages: string;
}
