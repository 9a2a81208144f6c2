import { Arg, type ClassType, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { badInput } from "../../../shared/errors.ts";
import type { Context } from "../context.ts";
import { Institute, MepCenter, Network, type Parent } from "../references.ts";
import { askInstituteIds } from "../trace/owners.ts";
import { keyFigures } from "./figures.ts";
import { KeyFigure } from "./type.ts";

const DESCRIPTION =
	"Its key figures of one US federal year, over the records that you may see, each with what it rests on.";
const YEAR = "US federal year: it starts in October of the year before.";
const MEP_NETWORK = "mep-national-network";

function checkYear(fiscalYear: number): void {
	if (fiscalYear < 1900 || fiscalYear > 2200)
		throw badInput("fiscalYear", `${fiscalYear} is not a year`);
}

function figuresFor(parent: ClassType<Parent>, column: "center_id" | "institute_id") {
	@Resolver(() => parent)
	class Figures {
		@FieldResolver(() => [KeyFigure], { description: DESCRIPTION })
		keyFigures(
			@Root() { id }: Parent,
			@Ctx() context: Context,
			@Arg("fiscalYear", () => Int, { description: YEAR }) fiscalYear: number,
		) {
			checkYear(fiscalYear);
			return context.loaders.keyFigures(column, fiscalYear).load(id);
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
		const whose =
			id === MEP_NETWORK
				? ({ together: id, column: "center_id", ids: "all" } as const)
				: ({
						together: id,
						column: "institute_id",
						ids: await askInstituteIds(context.ask, { networkIds: [id] }),
					} as const);
		return (await keyFigures(context, whose, fiscalYear, [id]))[0];
	}
}

export const figureResolvers = [
	figuresFor(MepCenter, "center_id"),
	figuresFor(Institute, "institute_id"),
	NetworkFigures,
];
