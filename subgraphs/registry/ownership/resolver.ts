import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import type { OwnershipRow } from "../database/rows.ts";
import { ownershipRows } from "../partner/ownership-rows.ts";
import { giveUpOwnership } from "./give-up-ownership.ts";
import { transferOwnership } from "./transfer-ownership.ts";
import { SchemaOwnership } from "./type.ts";

const PROOF = "Compact JWS by a current key of the partner that owns it. HUB_ADMIN does without.";
const COORDINATE =
	"The type, with all its fields that the same partner owns, or one field: Loom or Loom.speed.";
const REASON = "Why, in a sentence; it is public.";

/** Row → API type. */
function toOwnership(row: OwnershipRow): SchemaOwnership {
	return {
		coordinate: row.id,
		partnerId: row.partner_id,
		subgraph: row.subgraph,
		sinceVersion: row.since_version,
		since: row.recorded_at,
	};
}

@Resolver()
export class OwnershipResolver {
	@Query(() => [SchemaOwnership], {
		description:
			"Types and fields that partners own, by name; everything else of the graph is the hub's.",
	})
	async schemaOwnership(
		@Ctx() { database }: Context,
		@Arg("partnerId", () => ID, { nullable: true, description: "Only this partner's." })
		partnerId?: string,
		@Arg("type", () => String, { nullable: true, description: "Only this type and its fields." })
		type?: string,
	) {
		return (await ownershipRows(database, { partnerId, type })).map(toOwnership);
	}

	@Mutation(() => [SchemaOwnership], {
		description:
			"Gives a type or field to another partner, whose next version may define it. By a proof of the partner that owns it, or for HUB_ADMIN.",
	})
	async transferOwnership(
		@Ctx() context: Context,
		@Arg("coordinate", () => String, { description: COORDINATE }) coordinate: string,
		@Arg("toPartnerId", () => ID, { description: "The partner that owns it from now on." })
		toPartnerId: string,
		@Arg("reason", () => String, { description: REASON }) reason: string,
		@Arg("proof", () => String, { nullable: true, description: PROOF }) proof?: string,
	) {
		const rows = await transferOwnership(context, { coordinate, toPartnerId, reason, proof });
		return rows.map(toOwnership);
	}

	@Mutation(() => [SchemaOwnership], {
		description:
			"Gives up a type or field that the partner no longer serves, so that anybody may define it; answers what was given up. By a proof of the partner that owns it, or for HUB_ADMIN.",
	})
	async giveUpOwnership(
		@Ctx() context: Context,
		@Arg("coordinate", () => String, { description: COORDINATE }) coordinate: string,
		@Arg("reason", () => String, { description: REASON }) reason: string,
		@Arg("proof", () => String, { nullable: true, description: PROOF }) proof?: string,
	) {
		return (await giveUpOwnership(context, { coordinate, reason, proof })).map(toOwnership);
	}
}
