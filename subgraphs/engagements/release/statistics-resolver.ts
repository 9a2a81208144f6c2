import type { GraphQLResolveInfo } from "graphql";
import {
	Arg,
	Ctx,
	Directive,
	FieldResolver,
	ID,
	Info,
	Int,
	Query,
	Resolver,
	Root,
} from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";
import { UNTIL_NEXT_RELEASE } from "../changes.ts";
import type { Context } from "../context.ts";
import { dimensionNames } from "../statistics/dimensions.ts";
import { SUBJECTS, TABLES } from "../statistics/family.ts";
import { cellsPage } from "./cells-page.ts";
import { NEWEST, neverChanges } from "./lifetimes.ts";
import { statisticsOf } from "./statistics.ts";
import {
	StatisticsCell,
	StatisticsTable,
	StatisticsTableInfo,
	StatisticsWhere,
} from "./statistics-type.ts";

const MOST_CELLS = 5000;

@Resolver(() => StatisticsTable)
export class StatisticsResolver {
	@Directive(NEWEST)
	@Directive(UNTIL_NEXT_RELEASE)
	@Query(() => StatisticsTable, {
		description:
			"A table of statistics over all reported records, public and confidential, from a release: the same answer for everybody. Figures that would reveal too much about a manufacturer are suppressed. For exact live totals over the records that you may see, use traceTotals.",
	})
	async statistics(
		@Ctx() context: Context,
		@Info() info: GraphQLResolveInfo,
		@Arg("table", () => ID, { description: "Id of the table; see statisticsTables." })
		table: string,
		@Arg("release", () => ID, {
			nullable: true,
			description: "Id of the release; the newest if left out.",
		})
		release?: string | null,
		@Arg("where", () => StatisticsWhere, { nullable: true, description: "Which cells." })
		where?: StatisticsWhere | null,
	) {
		const found = await statisticsOf(context, table, release ?? undefined, where ?? {});
		if (release) neverChanges(info);
		return found;
	}

	@Directive(REFERENCE_DATA)
	@Directive("@listSize(assumedSize: 10)")
	@Query(() => [StatisticsTableInfo], { description: "The tables that statistics offer." })
	statisticsTables(): StatisticsTableInfo[] {
		return TABLES.map((table) => ({
			table: table.id,
			title: table.title,
			dimensions: dimensionNames(table).map(({ id, label }) => ({ name: id, label })),
			measures: SUBJECTS[table.subject].measures.map(({ id, label, unit }) => ({
				name: id,
				label,
				unit,
			})),
		}));
	}

	@FieldResolver(() => [StatisticsCell], {
		description: "The cells that match, in the order of the dimensions' values.",
	})
	cells(
		@Root() table: StatisticsTable,
		@Ctx() context: Context,
		@Arg("first", () => Int, {
			defaultValue: 1000,
			description: `At most so many, 0 to ${MOST_CELLS}.`,
		})
		first: number,
		@Arg("skip", () => Int, {
			defaultValue: 0,
			description: "Leaves out so many from the start; a table of a release never changes.",
		})
		skip: number,
	): StatisticsCell[] {
		if (first < 0 || first > MOST_CELLS)
			throw badInput("first", `${first} is out of range; ask for 0 to ${MOST_CELLS} cells`);
		if (skip < 0) throw badInput("skip", `${skip} is negative`);
		return cellsPage(context, table, { skip, first });
	}

	@FieldResolver(() => String, {
		description:
			"The whole table as JSON, for programs that keep all of it; docs/statistics.md describes it.",
	})
	json(@Root() { text }: StatisticsTable): string {
		return text;
	}
}
