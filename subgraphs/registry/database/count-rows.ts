import { Column, Entity, PrimaryColumn } from "typeorm";

/** Calls to one version of a partner's subgraph on one day, over all gateways. */
@Entity("call_days")
export class CallDayRow {
	/** `<subgraph>~<version>~<day>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") subgraph: string;
	@Column("integer") version: number;
	@Column("text") day: string;
	@Column("integer") calls: number;
	@Column("integer") faults: number;
	/** Most calls of one gateway within one minute. */
	@Column("integer") busiest_minute: number;
}

/** How many of them were answered within a bound of latency, and in no lower one. */
@Entity("call_latencies")
export class CallLatencyRow {
	/** `<subgraph>~<version>~<day>~<bound>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") day_id: string;
	/** Milliseconds. */
	@Column("integer") bound: number;
	@Column("integer") calls: number;
}

/** What changed between two supergraphs that were served. */
@Entity("schema_changes")
export class SchemaChangesRow {
	/** `<from>~<to>`. */
	@PrimaryColumn("text") id: string;
	@Column("integer") from_version: number;
	@Column("integer") to_version: number;
	/** JSON: a list of `{ criticality, path, message }`. */
	@Column("text") changes: string;
	/** How many there were, those that are not kept included. */
	@Column("integer") total: number;
}
