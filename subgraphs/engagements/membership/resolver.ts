import type { GraphQLResolveInfo } from "graphql";
import {
	Arg,
	Args,
	type ClassType,
	Ctx,
	FieldResolver,
	ID,
	Info,
	Int,
	Mutation,
	Query,
	Resolver,
	Root,
} from "type-graphql";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { shownRevision } from "../record/shown-revision.ts";
import { Institute } from "../references.ts";
import { loadSme } from "../sme/load.ts";
import { Sme } from "../sme/type.ts";
import { endMembership, recordMembership } from "./commands.ts";
import { membershipCountLoader, membershipPageLoader } from "./loaders.ts";
import { toMembership } from "./present.ts";
import { countListed, membershipPage } from "./queries.ts";
import { Membership, RecordMembershipInput } from "./type.ts";
import { MembershipWhere, readMembershipFilter } from "./where.ts";

const MembershipConnection = connectionOf("Membership", () => Membership);
const LIST = "memberships latest";
const KEY =
	"An idempotency key that the client chooses: the same key returns the first answer again.";

function membershipsFor(parent: ClassType<{ id: string }>, column: "sme_id" | "institute_id") {
	@Resolver(() => parent)
	class Memberships {
		@FieldResolver(() => MembershipConnection, {
			description: "Memberships of manufacturers at institutes that you may see, by id.",
		})
		async memberships(
			@Root() { id }: { id: string },
			@Ctx() context: Context,
			@Info() info: GraphQLResolveInfo,
			@Args(pageArgs(50)) args: PageArgs,
		) {
			const page = pageRequest("memberships", 1, args, info);
			const [rows, count] = await Promise.all([
				membershipPageLoader(context, column, page).load(id),
				selectedFields(info).has("totalCount")
					? membershipCountLoader(context, column).load(id)
					: undefined,
			]);
			return pageOf("memberships", page, rows, (row) => [row.id], toMembership, count);
		}
	}
	return Memberships;
}

@Resolver(() => Membership)
class MembershipResolver {
	@Query(() => MembershipConnection, {
		description:
			"Memberships of manufacturers at institutes that you may see, the latest recorded first.",
	})
	async memberships(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Args(pageArgs(20)) args: PageArgs,
		@Arg("where", () => MembershipWhere, { nullable: true, description: "Which ones." })
		where?: MembershipWhere,
	) {
		const { database, viewer } = context;
		const page = pageRequest(LIST, 1, args, info);
		const filter = await readMembershipFilter(where ?? {}, context);
		const [rows, count] = await Promise.all([
			membershipPage(database, viewer, filter, page),
			selectedFields(info).has("totalCount") ? countListed(database, viewer, filter) : undefined,
		]);
		return pageOf(LIST, page, rows, (row) => [row.id], toMembership, count);
	}

	@FieldResolver(() => Sme, { description: "The manufacturer that is a member." })
	sme(@Root() { sme }: Membership, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
		return loadSme(sme.id, context, info);
	}

	@FieldResolver(() => Int)
	revision(@Root() membership: Membership, @Ctx() context: Context) {
		return shownRevision(context, "MEMBERSHIP", membership, null);
	}

	@Mutation(() => Membership, {
		description:
			"Records that a manufacturer is a member of an institute, so that its use of facilities is checked against the tier. For managers and the program office.",
	})
	async recordMembership(
		@Ctx() context: Context,
		@Arg("input", () => RecordMembershipInput, { description: "The membership." })
		input: RecordMembershipInput,
	) {
		return toMembership(await recordMembership(context, input));
	}

	@Mutation(() => Membership, { description: "Sets the end of a membership; nothing is deleted." })
	async endMembership(
		@Ctx() context: Context,
		@Arg("id", () => ID, { description: "The membership." }) id: string,
		@Arg("revision", () => Int, { description: "The revision that you saw." }) revision: number,
		@Arg("endsOn", () => String, { description: "2018, 2018-03 or 2018-03-07." }) endsOn: string,
		@Arg("reason", () => String, { description: "Why it ended, or how you know." }) reason: string,
		@Arg("clientMutationId", () => ID, { nullable: true, description: KEY }) key?: string,
	) {
		return toMembership(
			await endMembership(context, { id, revision, endsOn, reason, clientMutationId: key }),
		);
	}
}

export const membershipResolvers = [
	membershipsFor(Sme, "sme_id"),
	membershipsFor(Institute, "institute_id"),
	MembershipResolver,
];
