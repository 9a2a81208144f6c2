import { Arg, type ClassType, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { Institute, MepCenter, Network, type Parent } from "../references.ts";
import { askInstituteIds } from "../trace/owners.ts";
import { keyFigures } from "./figures.ts";
import { askOwned, type Owned } from "./money.ts";
import type { Whose } from "./queries.ts";
import { KeyFigure } from "./type.ts";

const DESCRIPTION =
	"Its key figures of one fiscal year, over the records that you may see, each with what it rests on.";
export const YEAR =
	"Fiscal year: a US federal one starts in October of the year before; of China's centers, the calendar year.";
const MEP_NETWORK = "mep-national-network";

export function checkYear(fiscalYear: number): void {
	if (fiscalYear < 1900 || fiscalYear > 2200)
		throw badInput("fiscalYear", `${fiscalYear} is not a year`);
}

/** All centers or institutes of a network together, and what their owner knows of it in a year. */
export async function networkIn(
	{ ask }: Pick<Context, "ask">,
	id: string,
	fiscalYear: number,
): Promise<{ whose: Whose; owned: Owned }> {
	const [[owned], ids] = await Promise.all([
		askOwned(ask, "Network", [id], fiscalYear),
		id === MEP_NETWORK ? ("all" as const) : askInstituteIds(ask, { networkIds: [id] }),
	]);
	const column = id === MEP_NETWORK ? ("center_id" as const) : ("institute_id" as const);
	return { whose: { together: id, column, ids }, owned: owned as Owned };
}

function figuresFor(parent: ClassType<Parent>, type: "MepCenter" | "Institute") {
	@Resolver(() => parent)
	class Figures {
		@FieldResolver(() => [KeyFigure], { description: DESCRIPTION })
		keyFigures(
			@Root() { id }: Parent,
			@Ctx() context: Context,
			@Arg("fiscalYear", () => Int, { description: YEAR }) fiscalYear: number,
		) {
			checkYear(fiscalYear);
			return context.loaders.keyFigures(type, fiscalYear).load(id);
		}
	}
	return Figures;
}

@Resolver(() => Network)
class NetworkFigures {
	@FieldResolver(() => [KeyFigure], { description: DESCRIPTION })
	async keyFigures(
		@Root() { id }: Network,
		@Ctx() context: Context,
		@Arg("fiscalYear", () => Int, { description: YEAR }) fiscalYear: number,
	) {
		checkYear(fiscalYear);
		const { whose, owned } = await networkIn(context, id, fiscalYear);
		const year = { year: fiscalYear, startMonth: owned.startMonth };
		return (await keyFigures(context, whose, year, [{ id, owned }]))[0];
	}
}

export const figureResolvers = [
	figuresFor(MepCenter, "MepCenter"),
	figuresFor(Institute, "Institute"),
	NetworkFigures,
];
