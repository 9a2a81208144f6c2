import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";

@Entity("partners")
export class PartnerRow {
	@PrimaryColumn("text") id: string;
	@Column("text") name: string;
	/** ACTIVE or SUSPENDED. */
	@Column("text") status: string;
	@Column("text", { nullable: true }) status_reason: string | null;
	/** What the names of its root fields begin with. */
	@Column("text") namespace: string;
	/** JSON: a list of `{ name, email, role }`. */
	@Column("text") contacts: string;
	/** Version of the terms that it has accepted. */
	@Column("text") terms: string;
	/** JSON: hosts that its URLs may name. */
	@Column("text") hosts: string;
	/** JSON: the bounds that a HUB_ADMIN set; the hub's defaults hold for the rest. */
	@Column("text") quota: string;
	@Column("text") registered_at: string;
	@Column("text") registered_by: string;
}

/** A public key of a partner. */
@Entity("partner_keys")
export class PartnerKeyRow {
	/** RFC 7638 thumbprint, which proofs name as `kid`. */
	@PrimaryColumn("text") id: string;
	@Column("text") partner_id: string;
	/** JSON Web Key. */
	@Column("text") jwk: string;
	@Column("text") added_at: string;
	/** Set when another key takes its place; it is good until then. */
	@Column("text", { nullable: true }) expires_at: string | null;
}

/** A proof that was used; a second use is refused. */
@Entity("used_proofs")
export class UsedProofRow {
	/** `<partner>~<jti>`. */
	@PrimaryColumn("text") id: string;
	/** Seconds since 1970, after which the proof is refused anyway. */
	@Column("integer") expires_at: number;
	/** Identifies the request that used it. */
	@Column("text") claim: string;
}

@Entity("grants")
export class GrantRow {
	@PrimaryColumn("text") id: string;
	@Column("text") partner_id: string;
	@Column("text") kind: string;
	@Column("text") type: string;
	@Column("text", { nullable: true }) field: string | null;
	@Column("text") purpose: string;
	@Column("text") consumer: string;
	@Column("text", { nullable: true }) expires_at: string | null;
	@Column("text") granted_at: string;
	@Column("text") granted_by: string;
	@Column("text", { nullable: true }) revoked_at: string | null;
}

/** A partner's subgraph and which of its versions are served. */
@Entity("subgraphs")
export class SubgraphRow {
	/** Its name. */
	@PrimaryColumn("text") id: string;
	@Column("text") partner_id: string;
	/** SERVED or SUSPENDED. */
	@Column("text") status: string;
	@Column("text", { nullable: true }) status_reason: string | null;
	/** Who suspended it, as the publish log names them: what the hub's staff suspended, the partner does not resume. */
	@Column("text", { nullable: true }) status_by: string | null;
	@Column("integer", { nullable: true }) active_version: number | null;
	@Column("integer", { nullable: true }) canary_version: number | null;
	/** Percent of consumers; null without a canary. */
	@Column("integer", { nullable: true }) canary_share: number | null;
	/** JSON list. */
	@Column("text") canary_consumers: string;
	@Column("text", { nullable: true }) canary_since: string | null;
	/** JSON: versions that were active before, oldest first. */
	@Column("text") history: string;
}

/** A published version; never changed. */
@Entity("subgraph_versions")
export class VersionRow {
	/** `<subgraph>~<version>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") subgraph: string;
	@Column("integer") version: number;
	@Column("text") url: string;
	@Column("text") sdl: string;
	/** sha-256 of url and schema. */
	@Column("text") digest: string;
	/** JSON: what the check found. */
	@Column("text") findings: string;
	/** JSON: keys that the partner gave for probes. */
	@Column("text") samples: string;
	@Column("text") published_at: string;
	@Column("text") published_by: string;
	/** JSON: names of the types that it resolves by a key, its own and others'. */
	@Column("text") entity_types: string;
}

/** A type ("Loom") or a field ("Loom.speed") that a partner owns. */
@Entity("schema_ownership")
export class OwnershipRow {
	/** The coordinate. */
	@PrimaryColumn("text") id: string;
	@Column("text") partner_id: string;
	/** Where it was first published, by whoever owns it now. */
	@Column("text") subgraph: string;
	@Column("integer") since_version: number;
	@Column("text") recorded_at: string;
}

/** A supergraph that was served. */
@Entity("supergraphs")
export class SupergraphRow {
	@PrimaryGeneratedColumn() version: number;
	/** sha-256, base64url. */
	@Column("text") hash: string;
	@Column("text") sdl: string;
	/** JSON: a list of `{ name, version }`. */
	@Column("text") parts: string;
	@Column("text") served_at: string;
}

/** Facts about the registry itself: `hub` is its id, `served` changes with what is served. */
@Entity("registry_state")
export class StateRow {
	@PrimaryColumn("text") id: string;
	@Column("text") value: string;
}
