import { Column, Entity, PrimaryColumn } from "typeorm";

/** A fiscal quarter of the whole network that the program office closed although not all centers had reported it. */
@Entity("closed_quarters")
export class ClosedQuarterRow {
	/** `<fiscal year>~<quarter>`. */
	@PrimaryColumn("text") id: string;
	@Column("integer") fiscal_year: number;
	@Column("integer") quarter: number;
	@Column("text") closed_at: string;
	@Column("text") closed_by: string;
	@Column("text") reason: string;
	@Column("integer") revision: number;
}

/** What a release and the preview of one have in common. */
abstract class ReleaseContent {
	/** PUBLISHED_CASES or REPORTED_RECORDS. */
	@Column("text") basis: string;
	@Column("boolean") synthetic: boolean;
	/** JSON: the fiscal quarters that it covers, ["2024-Q1"]. */
	@Column("text") periods: string;
	/** JSON: what is public of the rules. */
	@Column("text") rules: string;
	/** SHA-256 of its tables, hexadecimal. */
	@Column("text") digest: string;
	/** The program that made it. */
	@Column("text") program: string;
}

/** Published statistics; never changed or deleted, which triggers see to. */
@Entity("releases")
export class ReleaseRow extends ReleaseContent {
	@PrimaryColumn("text") id: string;
	@Column("integer") number: number;
	@Column("text") published_at: string;
	@Column("text") published_by: string;
	/** The preview that it was published from. */
	@Column("text") preview_id: string;
	@Column("text", { nullable: true }) note: string | null;
}

/** A table of a release. */
@Entity("release_tables")
export class ReleaseTableRow {
	/** `<release>~<table>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") release_id: string;
	@Column("text") table_id: string;
	/** JSON: a StoredTable. */
	@Column("text") cells: string;
}

/**
 * The records that figures of a period were made from, grouped; never served. A release has those that it publishes for
 * the first time or anew; others stand with an earlier one.
 */
@Entity("release_bases")
export class ReleaseBasisRow {
	/** `<release>~<part>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") release_id: string;
	/** "2024-Q1", or "2024/NEW_SALES-USD" for outcomes. */
	@Column("text") part: string;
	/** SHA-256 of the groups' text, hexadecimal. */
	@Column("text") fingerprint: string;
	/** The text, deflated, in Base64. */
	@Column("text") body: string;
}

/** A release that was computed and may be published. */
@Entity("release_previews")
export class ReleasePreviewRow extends ReleaseContent {
	/** `prv_` and a digest of its content and of the release before it. */
	@PrimaryColumn("text") id: string;
	@Column("text") made_at: string;
	/** The last revision whose change it includes. */
	@Column("integer") seq: number;
	/** JSON: the quarters that were asked for; null for all that are closed. */
	@Column("text", { nullable: true }) asked: string | null;
	/** The release before it; null if there was none. */
	@Column("text", { nullable: true }) previous_id: string | null;
	/** JSON: what the program office is shown. */
	@Column("text") summary: string;
}

@Entity("release_preview_tables")
export class PreviewTableRow {
	/** `<preview>~<table>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") preview_id: string;
	@Column("text") table_id: string;
	@Column("text") cells: string;
}

@Entity("release_preview_bases")
export class PreviewBasisRow {
	/** `<preview>~<part>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") preview_id: string;
	@Column("text") part: string;
	@Column("text") fingerprint: string;
	@Column("text") body: string;
}
