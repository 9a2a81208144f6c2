import type { Context } from "../context.ts";
import type { Asked } from "../figures/year.ts";
import { evaluationsOf } from "./evaluation.ts";
import type { Evaluation } from "./type.ts";

/** The evaluation of each institute in a year. */
export const evaluationLoader = (context: Context, asked: Asked) =>
	context.loader<Evaluation>(["evaluation", asked], (ids) => evaluationsOf(context, ids, asked));
