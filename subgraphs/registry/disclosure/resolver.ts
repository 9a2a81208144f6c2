import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from "type-graphql";
import { notFound } from "../../../shared/errors.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import type { DisclosureRow } from "../database/record-rows.ts";
import { grantRows } from "../grant/queries.ts";
import { authorise, provenActor } from "../policy.ts";
import { countDisclosures, disclosurePage, recordsOf } from "./queries.ts";
import { Disclosure } from "./type.ts";

const DisclosureConnection = connectionOf("Disclosure", () => Disclosure);
const LIST = "disclosures";

/** Row → API type. */
function toDisclosure(row: DisclosureRow): Disclosure {
	return {
		id: row.id,
		at: row.at,
		requestId: row.request_id,
		partnerId: row.partner_id,
		subgraph: row.subgraph,
		type: row.type,
		fields: JSON.parse(row.fields),
		representations: row.representations,
		consumer: row.consumer,
	};
}

/** Center staff read disclosures of a record they can see; a partner its own; the hub's staff all. */
async function checkMayRead(
	context: Context,
	asked: { partnerId?: string; type?: string; recordId?: string; proof?: string },
): Promise<void> {
	const { hub, viewer, requestId } = context;
	const { partnerId, type, recordId, proof } = asked;
	if ("center" in viewer && type && recordId) {
		if (await hub.sees({ viewer, requestId }, type, recordId)) return;
		throw notFound(type, recordId);
	}
	if (partnerId) await provenActor(context, "disclosures", { partner: partnerId, proof }, {});
	else authorise(viewer, "read disclosures");
}

@Resolver(() => Disclosure)
export class DisclosureResolver {
	@Query(() => DisclosureConnection, {
		description:
			"What was disclosed to partners, newest first. The program office and HUB_ADMIN see everything; a center's staff the disclosures of one record that they can see (type and recordId); a partner its own.",
	})
	async disclosures(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("first", () => Int, { defaultValue: 50, description: "Items a page, 1 to 200." })
		first: number,
		@Arg("after", () => String, {
			nullable: true,
			description: "Cursor after which the page starts.",
		})
		after?: string,
		@Arg("partnerId", () => ID, {
			nullable: true,
			description: "Only disclosures to this partner.",
		})
		partnerId?: string,
		@Arg("type", () => String, {
			nullable: true,
			description: "Only records of this type, for example Sme.",
		})
		type?: string,
		@Arg("recordId", () => ID, {
			nullable: true,
			description: "Only disclosures of this record.",
		})
		recordId?: string,
		@Arg("proof", () => String, {
			nullable: true,
			description: "Compact JWS by a current key of the partner of partnerId.",
		})
		proof?: string,
		@Arg("grantId", () => ID, {
			nullable: true,
			description: "Only disclosures of what this grant allows, to its partner, while it held.",
		})
		grantId?: string,
	) {
		const { database } = context;
		const [grant] = grantId ? await grantRows(database, { ids: [grantId] }) : [];
		if (grantId && !grant) throw notFound("PartnerGrant", grantId);
		await checkMayRead(context, {
			partnerId: partnerId ?? grant?.partner_id,
			type,
			recordId,
			proof,
		});
		const page = pageRequest(LIST, 2, { first, after });
		const filter = { partnerId, type, recordId, grant };
		const [rows, count] = await Promise.all([
			disclosurePage(database, filter, page),
			selectedFields(info).has("totalCount") ? countDisclosures(database, filter) : undefined,
		]);
		return pageOf(LIST, page, rows, (row) => [row.at, row.id], toDisclosure, count);
	}

	@FieldResolver(() => [ID], {
		nullable: true,
		description:
			"The records that were named, for the program office; at most those of one request.",
	})
	async recordIds(@Root() { id }: Disclosure, @Ctx() { database, viewer }: Context) {
		if (viewer.role !== "PROGRAM_OFFICE") return null;
		return (await recordsOf(database, [id]))[0] ?? [];
	}
}
