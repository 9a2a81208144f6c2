import { Column, Entity, PrimaryColumn } from "typeorm";

@Entity("mep_centers")
export class CenterRow {
	@PrimaryColumn("text") id: string;
	@Column("text") name: string;
	/** ISO 3166-2, "US-GA". */
	@Column("text") state: string;
	@Column("text", { nullable: true }) host_organization: string | null;
	@Column("text", { nullable: true }) host_kind: string | null;
	@Column("text", { nullable: true }) city: string | null;
	@Column("text", { nullable: true }) website: string | null;
	@Column("text", { nullable: true }) note: string | null;
	@Column("text", { nullable: true }) as_of: string | null;
	@Column("text") source_url: string;
	@Column("text") read_on: string;
}

@Entity("awards")
export class AwardRow {
	@PrimaryColumn("text") id: string;
	@Column("text") center_id: string;
	@Column("double precision") amount_usd: number;
	@Column("integer", { nullable: true }) fiscal_year: number | null;
	@Column("text", { nullable: true }) period: string | null;
	@Column("text") source_url: string;
	@Column("text") read_on: string;
}

@Entity("embeddings")
export class EmbeddingRow {
	@PrimaryColumn("text") id: string;
	@Column("text", { nullable: true }) center_id: string | null;
	@Column("text", { nullable: true }) institute_id: string | null;
	@Column("text") kind: string;
	@Column("text", { nullable: true }) starts_on: string | null;
	@Column("text", { nullable: true }) ends_on: string | null;
	@Column("double precision", { nullable: true }) award_usd: number | null;
	@Column("text", { nullable: true }) note: string | null;
	@Column("text", { nullable: true }) as_of: string | null;
	@Column("text", { nullable: true }) as_of_words: string | null;
	@Column("text") source_url: string;
	@Column("text") read_on: string;
}
