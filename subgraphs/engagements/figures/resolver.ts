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
import { keyFigures } from "./figures.ts";
import { keyFiguresLoader } from "./loaders.ts";
import { networkIn } from "./network.ts";
import { KeyFigure } from "./type.ts";
import { askedYear, CALENDAR_YEAR, FISCAL_YEAR } from "./year.ts";

const DESCRIPTION =
	"Its key figures of one year, from the records that you may see, each with its basis and coverage. Give one year, fiscal or calendar.";
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
		const { scope, facts } = await networkIn(context, id, asked);
		const year = { year: asked.year, startMonth: facts.startMonth };
		return (await keyFigures(context, scope, year, [{ id, facts }]))[0]?.figures;
	}
}

export const figureResolvers = [
	figuresFor(MepCenter, "MepCenter"),
	figuresFor(Institute, "Institute"),
	NetworkFigures,
];
