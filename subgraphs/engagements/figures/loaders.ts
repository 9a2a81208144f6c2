import type { Context } from "../context.ts";
import type { AskedYear } from "../remote/yearly-facts.ts";
import { keyFiguresOf } from "./figures.ts";
import type { KeyFigure } from "./type.ts";

/** The key figures of each center or institute in a year. */
export const keyFiguresLoader = (
	context: Context,
	type: "MepCenter" | "Institute",
	asked: AskedYear,
) =>
	context.loader<KeyFigure[]>(["key figures", type, asked], (ids) =>
		keyFiguresOf(context, type, ids, asked),
	);
