import { Column, Entity, PrimaryColumn } from "typeorm";

/** Something a partner is told: by webhook, or by mail where somebody passes it on. */
@Entity("partner_events")
export class PartnerEventRow {
	/** The same for the same happening, so that it is noted once by however many gateways. */
	@PrimaryColumn("text") id: string;
	@Column("text") partner_id: string;
	@Column("text") kind: string;
	@Column("text") at: string;
	@Column("text", { nullable: true }) subgraph: string | null;
	@Column("integer", { nullable: true }) version: number | null;
	/** JSON. */
	@Column("text") detail: string;
	@Column("text") mail_subject: string;
	@Column("text") mail_text: string;
}

/** Where a partner wants to be told of events. */
@Entity("webhook_endpoints")
export class WebhookEndpointRow {
	@PrimaryColumn("text") id: string;
	@Column("text") partner_id: string;
	@Column("text") url: string;
	/** The secret is derived from this and the hub's key; it is not kept. */
	@Column("text") salt: string;
	/** The hub's key that it was derived from. */
	@Column("text") key_id: string;
	@Column("text") created_at: string;
	/** Set where its server answered that it is gone. */
	@Column("text", { nullable: true }) disabled_at: string | null;
}

/** One event on its way to one endpoint. */
@Entity("webhook_deliveries")
export class WebhookDeliveryRow {
	/** `<event>~<endpoint>`. */
	@PrimaryColumn("text") id: string;
	@Column("text") event_id: string;
	@Column("text") endpoint_id: string;
	@Column("text") partner_id: string;
	@Column("text") at: string;
	/** PENDING, DELIVERED or DEAD. */
	@Column("text") status: string;
	/** Attempts that were begun. */
	@Column("integer") attempts: number;
	/** When it is tried again; while an attempt is under way, when another gateway may take it over. */
	@Column("text") next_at: string;
	@Column("text", { nullable: true }) last_error: string | null;
	@Column("text", { nullable: true }) delivered_at: string | null;
}
