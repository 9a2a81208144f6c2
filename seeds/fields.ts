import { z } from "zod";
import { parsePartialDate } from "../shared/dates.ts";
import { webAddress } from "../shared/formats.ts";

/** Column types of the seed files; an empty field becomes null. */

export const text = z.string().transform((value) => (value === "" ? null : value));
export const required = z.string().min(1, "is missing");
export const amount = z
	.string()
	.regex(/^(-?\d+(\.\d+)?)?$/, "is not a number")
	.transform((value) => (value === "" ? null : Number(value)));
export const figure = z
	.string()
	.regex(/^-?\d+(\.\d+)?$/, "is not a number")
	.transform(Number);
export const flag = z
	.enum(["true", "false"], "is neither true nor false")
	.transform((value) => value === "true");
export const state = z
	.string()
	.regex(/^([A-Z]{2})?$/, "is not a two-letter state")
	.transform((value) => (value === "" ? null : `US-${value}`));
export const date = z
	.string()
	.refine(
		(value) => value === "" || parsePartialDate(value),
		"is not a date; write 2018, 2018-03 or 2018-03-07",
	)
	.transform((value) => (value === "" ? null : value));
export const day = z.iso.date("is not a day such as 2026-11-22");
export const url = webAddress;
export const naics = z
	.string()
	.regex(/^(\d{2,6})?$/, "is not two to six digits")
	.transform((value) => value || null);
