import type { Context } from "../context.ts";
import type { AskedYear } from "../remote/yearly-facts.ts";
import { evaluationsOf } from "./evaluation.ts";
import type { Evaluation } from "./type.ts";

/** The evaluation of each institute in a year. */
export const evaluationLoader = (context: Context, asked: AskedYear) =>
	context.loader<Evaluation>(["evaluation", asked], (ids) => evaluationsOf(context, ids, asked));
