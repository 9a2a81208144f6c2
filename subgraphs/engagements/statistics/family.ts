/**
 * The family of tables that releases publish: every question that statistics answer. Each table has its own dimension,
 * and those that all tables about the same records share.
 */

/** What a table counts. */
export type Subject = "engagements" | "outcomes";

export type AxisName = "center" | "state" | "sector" | "institute" | "size";

/** The value of every dimension that stands for all others. */
export const ALL = "all";

type Axis = {
	label: string;
	/** What the value for all is called. */
	all: string;
	/** The value of records without one. */
	missing: { id: string; label: string };
	/** Whether it belongs to the manufacturer, who then has one value in it and no more. */
	ofManufacturer: boolean;
	/** How a title says it. */
	by: string;
};

export const AXES: Record<AxisName, Axis> = {
	center: {
		label: "MEP center, in its state",
		all: "All centers",
		missing: { id: "none", label: "No center" },
		ofManufacturer: false,
		by: "MEP center",
	},
	state: {
		label: "State of the manufacturer",
		all: "All states",
		missing: { id: "not-known", label: "Not known" },
		ofManufacturer: true,
		by: "state of the manufacturer",
	},
	sector: {
		label: "NAICS sector and subsector of the manufacturer",
		all: "All sectors",
		missing: { id: "not-known", label: "Not known" },
		ofManufacturer: true,
		by: "sector of the manufacturer",
	},
	institute: {
		label: "Institute",
		all: "With and without an institute",
		missing: { id: "none", label: "No institute" },
		ofManufacturer: false,
		by: "institute",
	},
	size: {
		label: "Employees of the manufacturer",
		all: "All sizes",
		missing: { id: "not-known", label: "Not known" },
		ofManufacturer: true,
		by: "size of the manufacturer",
	},
};

export const AXIS_NAMES = Object.keys(AXES) as AxisName[];

/** Size classes, by the fewest employees. */
export const SIZES: ReadonlyArray<{ id: string; from: number; label: string }> = [
	{ id: "0-19", from: 0, label: "Fewer than 20" },
	{ id: "20-99", from: 20, label: "20 to 99" },
	{ id: "100-249", from: 100, label: "100 to 249" },
	{ id: "250-499", from: 250, label: "250 to 499" },
	{ id: "500+", from: 500, label: "500 and more" },
];

/** A measure as it is published, and how the engine has to protect it. */
export type FamilyMeasure = {
	id: string;
	label: string;
	/** What one of it is; of a value of outcomes, the metric says it. */
	unit: string;
	kind: "distinct" | "records" | "sum";
	/** The only value of the second dimension in which it is published. */
	onlyIn?: string;
	/** Its amounts are kept in whole numbers of this part of a unit, so that sums are exact. */
	parts: number;
};

type Inner = { id: string; label: string; values: ReadonlyArray<{ id: string; label: string }> };

const KINDS = {
	FACILITY_ACCESS: "Facility access",
	TRAINING: "Training",
	TECH_TRANSFER: "Technology transfer",
	ASSISTANCE: "Assistance",
	REFERRAL: "Referral",
	EVENT: "Event",
};
/** Verifications of outcomes that count; those that are disputed, withdrawn or outliers do not. */
const COUNTED = {
	SELF_REPORTED: "Self-reported",
	CENTER_CHECKED: "Checked by the center",
	VERIFIED: "Verified by the program office",
};
const list = (labels: Record<string, string>, all: string) => [
	{ id: ALL, label: all },
	...Object.entries(labels).map(([id, label]) => ({ id, label })),
];

/** The dimension beside a table's own that divides its records, and the measures, by what is counted. */
export const SUBJECTS: Record<Subject, { inner: Inner; measures: FamilyMeasure[] }> = {
	engagements: {
		inner: { id: "kind", label: "Kind of service", values: list(KINDS, "All kinds") },
		measures: [
			{ id: "smes", label: "Manufacturers", unit: "manufacturers", kind: "distinct", parts: 1 },
			{ id: "engagements", label: "Engagements", unit: "engagements", kind: "records", parts: 1 },
			{
				id: "hours",
				label: "Hours of facility use",
				unit: "hours",
				kind: "sum",
				onlyIn: "FACILITY_ACCESS",
				parts: 100,
			},
			{
				id: "peopleTrained",
				label: "People trained",
				unit: "people",
				kind: "sum",
				onlyIn: "TRAINING",
				parts: 1,
			},
		],
	},
	outcomes: {
		inner: {
			id: "verification",
			label: "How far it was checked",
			values: list(COUNTED, "All that count"),
		},
		measures: [
			{
				id: "smes",
				label: "Manufacturers that reported",
				unit: "manufacturers",
				kind: "distinct",
				parts: 1,
			},
			{ id: "reports", label: "Reports", unit: "reports", kind: "records", parts: 1 },
			{ id: "value", label: "Sum of the figures", unit: "as the metric", kind: "sum", parts: 100 },
		],
	},
};

/** The parts of a unit in which each sum of a subject is kept. */
export const partsOfSums = (subject: Subject): number[] =>
	SUBJECTS[subject].measures.filter(({ kind }) => kind === "sum").map(({ parts }) => parts);

/** Metrics of outcomes that are summed, and what a figure counts; money is in a currency. */
export const METRICS: Record<string, { label: string; unit: "jobs" | "money" }> = {
	NEW_SALES: { label: "New sales", unit: "money" },
	RETAINED_SALES: { label: "Retained sales", unit: "money" },
	JOBS_CREATED: { label: "Jobs created", unit: "jobs" },
	JOBS_RETAINED: { label: "Jobs retained", unit: "jobs" },
	COST_SAVINGS: { label: "Costs saved", unit: "money" },
	COST_AVOIDED: { label: "Costs avoided", unit: "money" },
	INVESTMENT: { label: "Invested by the client", unit: "money" },
};

export type FamilyTable = { id: string; title: string; subject: Subject; axis: AxisName };

const TITLES: Record<Subject, string> = {
	engagements: "Engagements and manufacturers by $ and kind of service",
	outcomes: "Outcomes that clients reported, by $ and metric",
};

/** Every table. */
export const TABLES: readonly FamilyTable[] = (Object.keys(TITLES) as Subject[]).flatMap(
	(subject) =>
		AXIS_NAMES.map((axis) => ({
			id: `${subject}-by-${axis}`,
			title: TITLES[subject].replace("$", AXES[axis].by),
			subject,
			axis,
		})),
);
