import { registerEnumType } from "type-graphql";

export enum FigureAnswer {
	KNOWN = "KNOWN",
	NONE = "NONE",
	NO_RECORDS = "NO_RECORDS",
	DATED_TOO_COARSELY = "DATED_TOO_COARSELY",
	NOT_KNOWN = "NOT_KNOWN",
	PART_OF_WHOLE = "PART_OF_WHOLE",
}
registerEnumType(FigureAnswer, {
	name: "FigureAnswer",
	description:
		"What kind of answer a figure is. Only KNOWN and NONE have a value; all others say in words why there is none.",
	valuesConfig: {
		KNOWN: { description: "A value other than zero." },
		NONE: { description: "Zero: there are records, and they have none of it." },
		NO_RECORDS: { description: "No record of this year that you may see. That is not zero." },
		DATED_TOO_COARSELY: {
			description:
				"Records exist that may be of this year, but their dates are too coarse to tell: 2018 lies in two US federal years.",
		},
		NOT_KNOWN: { description: "Records or sources of the year do not give it." },
		PART_OF_WHOLE: {
			description:
				"The records are only a part of all, so they are not compared with money for all.",
		},
	},
});

/** Why a figure has no value. */
export type Absence = { answer: FigureAnswer; absent: string };

/** The kind of answer that a value is. */
export function answerOf(value: number): FigureAnswer {
	return value === 0 ? FigureAnswer.NONE : FigureAnswer.KNOWN;
}
