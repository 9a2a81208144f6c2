import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { Observation } from "../../../shared/provenance/provenance.ts";
import { Verification } from "../outcome/type.ts";
import { FigureAnswer } from "./answer.ts";
import { Coverage } from "./coverage.ts";

export enum KeyFigureName {
	SMES_SERVED = "SMES_SERVED",
	NEW_SALES = "NEW_SALES",
	RETAINED_SALES = "RETAINED_SALES",
	SALES = "SALES",
	JOBS_CREATED = "JOBS_CREATED",
	JOBS_RETAINED = "JOBS_RETAINED",
	COST_SAVINGS = "COST_SAVINGS",
	INVESTMENT = "INVESTMENT",
	TECH_TRANSFER_YIELD = "TECH_TRANSFER_YIELD",
	MEDIAN_MRL_GAIN = "MEDIAN_MRL_GAIN",
	CROSS_PROGRAM_REACH = "CROSS_PROGRAM_REACH",
	SME_SHARE = "SME_SHARE",
	MATCH_RATIO = "MATCH_RATIO",
	NEW_SALES_PER_FEDERAL_DOLLAR = "NEW_SALES_PER_FEDERAL_DOLLAR",
	INVESTMENT_PER_FEDERAL_DOLLAR = "INVESTMENT_PER_FEDERAL_DOLLAR",
	FEDERAL_DOLLARS_PER_JOB = "FEDERAL_DOLLARS_PER_JOB",
}
registerEnumType(KeyFigureName, {
	name: "KeyFigureName",
	description: "A figure by which a program is evaluated.",
	valuesConfig: {
		SMES_SERVED: {
			description: "Distinct manufacturers with at least one engagement in the year.",
		},
		NEW_SALES: { description: "Sum of new sales, USD." },
		RETAINED_SALES: { description: "Sum of retained sales, USD." },
		SALES: { description: "New and retained sales together, USD." },
		JOBS_CREATED: { description: "Jobs created." },
		JOBS_RETAINED: { description: "Jobs retained." },
		COST_SAVINGS: { description: "Costs saved, USD." },
		INVESTMENT: { description: "Investment by clients, USD." },
		TECH_TRANSFER_YIELD: {
			description: "Manufacturers with at least one technology transfer ÷ manufacturers served.",
		},
		MEDIAN_MRL_GAIN: {
			description: "Median gain in manufacturing readiness levels over transfers that give both.",
		},
		CROSS_PROGRAM_REACH: {
			description:
				"Manufacturers served in the year both by an MEP center and by an institute ÷ manufacturers served.",
		},
		SME_SHARE: { description: "SMEs among the industry members ÷ industry members." },
		MATCH_RATIO: { description: "Non-federal ÷ federal money of the same period." },
		NEW_SALES_PER_FEDERAL_DOLLAR: {
			description:
				"New sales ÷ federal money of the year. Do not add it to INVESTMENT_PER_FEDERAL_DOLLAR.",
		},
		INVESTMENT_PER_FEDERAL_DOLLAR: {
			description: "Investment by clients ÷ federal money of the year.",
		},
		FEDERAL_DOLLARS_PER_JOB: { description: "Federal money ÷ jobs created and retained." },
	},
});

@ObjectType({ simpleResolvers: true, description: "Number of reports with one verification." })
export class VerificationCount {
	@Field(() => Verification, { description: "The verification." })
	verification: Verification;
	@Field(() => Int, { description: "How many of the reports that count have it." })
	reports: number;
}

@ObjectType({
	simpleResolvers: true,
	description:
		"A key figure of one year and what it is based on. Not extrapolated; records of a part are never divided by money for the whole.",
})
export class KeyFigure {
	@Field(() => KeyFigureName, { description: "Which figure." })
	figure: KeyFigureName;
	@Field(() => FigureAnswer, {
		description: "Whether there is a value, or why there is none.",
	})
	answer: FigureAnswer;
	@Field(() => Float, {
		nullable: true,
		description: "The value; null if absent. Show `coverage` beside it.",
	})
	value?: number | null;
	@Field(() => String, {
		description: "smes, usd, jobs, ratio, usd_per_usd, usd_per_job or levels.",
	})
	unit: string;
	@Field(() => Int, {
		description:
			"How many manufacturers, transfers, outcome reports or printed figures it is based on.",
	})
	n: number;
	@Field(() => [VerificationCount], {
		description: "For outcomes: how well the reports were checked; otherwise empty.",
	})
	verification: VerificationCount[];
	@Field(() => Coverage, {
		description: "Which records it is based on, and their share of the total.",
	})
	coverage: Coverage;
	@Field(() => String, { nullable: true, description: "Why there is no value." })
	absent?: string | null;
	@Field(() => Observation, {
		nullable: true,
		description:
			"The network's published figure for the same measure and year. It is from another source than `value`: do not combine them into one series.",
	})
	published?: Observation | null;
	@Field(() => [Observation], {
		description:
			"The network's published figures for the year of other measures that are easily confused with this one. Do not combine them into one series.",
	})
	otherFigures: Observation[];
}

/** A key figure without the published figures beside it. */
export type MadeFigure = Omit<KeyFigure, "published" | "otherFigures">;
