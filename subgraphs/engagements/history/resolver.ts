import type { GraphQLResolveInfo } from "graphql";
import { Args, type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Node } from "../../../shared/node.ts";
import { type PageArgs, pageArgs } from "../../../shared/pagination/arguments.ts";
import { connectionOf, pageOf, pageRequest } from "../../../shared/pagination/connection.ts";
import { selectedFields } from "../../../shared/subgraph/selection.ts";
import type { Context } from "../context.ts";
import { Engagement } from "../engagement/type.ts";
import { ImportBatch } from "../import/type.ts";
import { Membership } from "../membership/type.ts";
import { Outcome } from "../outcome/type.ts";
import { ClosedQuarter, QuarterReport } from "../quarter/type.ts";
import { revisionCountLoader, revisionPageLoader } from "../record/loaders.ts";
import { toRevision } from "../record/present.ts";
import type { RevisionParent } from "../record/queries.ts";
import { FieldChange, Revision } from "../record/type.ts";
import { Sme } from "../sme/type.ts";
import { recordNamed } from "./named.ts";
import { resolveCursors } from "./resolve-cursors.ts";

const RevisionConnection = connectionOf("Revision", () => Revision);
const LIST = "revisions";

/** The field `revisions` of a type. */
function revisionsFor(
	type: ClassType<{ id: string }>,
	parent: RevisionParent,
	description = "Its changes, newest first, as far as they are of your center, or all for the program office; none for others.",
) {
	@Resolver(() => type)
	class Revisions {
		@FieldResolver(() => RevisionConnection, { description })
		async revisions(
			@Root() { id }: { id: string },
			@Ctx() context: Context,
			@Info() info: GraphQLResolveInfo,
			@Args(pageArgs(20)) args: PageArgs,
		) {
			const page = await resolveCursors(context.database, pageRequest(LIST, 1, args, info));
			const [rows, count] = await Promise.all([
				revisionPageLoader(context, parent, page).load(id),
				selectedFields(info).has("totalCount")
					? revisionCountLoader(context, parent).load(id)
					: undefined,
			]);
			return pageOf(LIST, page, rows, (row) => [row.token], toRevision, count);
		}
	}
	return Revisions;
}

@Resolver(() => FieldChange)
class FieldChangeResolver {
	@FieldResolver(() => Node, {
		nullable: true,
		description:
			"The record that the value before names, as it is now, where you may see it; null for values that name none.",
	})
	beforeRecord(@Root() { field, before }: FieldChange, @Ctx() context: Context) {
		return recordNamed(context, field, before);
	}

	@FieldResolver(() => Node, {
		nullable: true,
		description:
			"The record that the value after names, as it is now, where you may see it; null for values that name none.",
	})
	afterRecord(@Root() { field, after }: FieldChange, @Ctx() context: Context) {
		return recordNamed(context, field, after);
	}
}

export const historyResolvers = [
	revisionsFor(
		Sme,
		"SME",
		"Its changes, and those of manufacturers that were merged into it, newest first, as far as your center registered them, or all for the program office; none for others.",
	),
	revisionsFor(Engagement, "ENGAGEMENT"),
	revisionsFor(Outcome, "OUTCOME"),
	revisionsFor(Membership, "MEMBERSHIP"),
	revisionsFor(QuarterReport, "QUARTER"),
	revisionsFor(ClosedQuarter, "CLOSED_QUARTER"),
	revisionsFor(
		ImportBatch,
		"IMPORT_BATCH",
		"The changes that it made, and those that undoing it made, newest first.",
	),
	FieldChangeResolver,
];
