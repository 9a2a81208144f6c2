import {
	Arg,
	type ClassType,
	Ctx,
	Directive,
	FieldResolver,
	Int,
	Resolver,
	Root,
} from "type-graphql";
import type { Context } from "../context.ts";
import { Institute, MepCenter, Network, type Parent } from "../references.ts";
import { askInstituteIds } from "../remote/lists.ts";
import { askOwned, type Owned } from "../remote/yearly-facts.ts";
import { keyFigures } from "./figures.ts";
import { keyFiguresLoader } from "./loaders.ts";
import type { Whose } from "./queries.ts";
import { KeyFigure } from "./type.ts";
import { type Asked, askedYear, CALENDAR_YEAR, FISCAL_YEAR } from "./year.ts";

const DESCRIPTION =
	"Its key figures of one year, over the records that you may see, each with what it rests on and covers. Name one year, fiscal or calendar.";
const MEP_NETWORK = "mep-national-network";

/** All centers or institutes of a network together, and what their owner knows of it in a year. */
export async function networkIn(
	{ ask }: Pick<Context, "ask">,
	id: string,
	asked: Asked,
): Promise<{ whose: Whose; owned: Owned }> {
	const [[owned], ids] = await Promise.all([
		askOwned(ask, "Network", [id], asked),
		id === MEP_NETWORK ? ("all" as const) : askInstituteIds(ask, { networkIds: [id] }),
	]);
	const column = id === MEP_NETWORK ? ("center_id" as const) : ("institute_id" as const);
	return { whose: { together: id, column, ids }, owned: owned as Owned };
}

function figuresFor(parent: ClassType<Parent>, type: "MepCenter" | "Institute") {
	@Resolver(() => parent)
	class Figures {
		@Directive("@cost(weight: 5)")
		@FieldResolver(() => [KeyFigure], { description: DESCRIPTION })
		keyFigures(
			@Root() { id }: Parent,
			@Ctx() context: Context,
			@Arg("fiscalYear", () => Int, { nullable: true, description: FISCAL_YEAR })
			fiscalYear?: number,
			@Arg("calendarYear", () => Int, { nullable: true, description: CALENDAR_YEAR })
			calendarYear?: number,
		) {
			return keyFiguresLoader(context, type, askedYear(fiscalYear, calendarYear)).load(id);
		}
	}
	return Figures;
}

@Resolver(() => Network)
class NetworkFigures {
	@Directive("@cost(weight: 5)")
	@FieldResolver(() => [KeyFigure], { description: DESCRIPTION })
	async keyFigures(
		@Root() { id }: Network,
		@Ctx() context: Context,
		@Arg("fiscalYear", () => Int, { nullable: true, description: FISCAL_YEAR }) fiscalYear?: number,
		@Arg("calendarYear", () => Int, { nullable: true, description: CALENDAR_YEAR })
		calendarYear?: number,
	) {
		const asked = askedYear(fiscalYear, calendarYear);
		const { whose, owned } = await networkIn(context, id, asked);
		const year = { year: asked.year, startMonth: owned.startMonth };
		return (await keyFigures(context, whose, year, [{ id, owned }]))[0]?.figures;
	}
}

export const figureResolvers = [
	figuresFor(MepCenter, "MepCenter"),
	figuresFor(Institute, "Institute"),
	NetworkFigures,
];
