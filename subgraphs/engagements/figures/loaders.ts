import type { Context } from "../context.ts";
import { keyFiguresOf } from "./figures.ts";
import type { KeyFigure } from "./type.ts";
import type { Asked } from "./year.ts";

/** The key figures of each center or institute in a year. */
export const keyFiguresLoader = (context: Context, type: "MepCenter" | "Institute", asked: Asked) =>
	context.loader<KeyFigure[]>(["key figures", type, asked], (ids) =>
		keyFiguresOf(context, type, ids, asked),
	);
