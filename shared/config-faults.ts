import { closest } from "fastest-levenshtein";
import { z } from "zod";

/** One thing that is wrong with the configuration. */
export type ConfigFault = {
	/** The variables that it is about. */
	names: string;
	/** What is wrong, and what is allowed. Never contains a secret. */
	text: string;
};

/** Takes a fault of several variables together. */
export type ReportFault = (names: string, text: string) => void;

/** Everything that is wrong with the configuration, at once. */
export class ConfigError extends Error {
	constructor(readonly faults: readonly ConfigFault[]) {
		const lines = faults.map(({ names, text }) => `${names}: ${text}`);
		super(
			lines.length === 1
				? `Configuration is wrong. ${lines[0]}`
				: `Configuration is wrong in ${lines.length} places:\n${lines.map((line) => `  ${line}`).join("\n")}`,
		);
	}
}

/** Variables whose value is a secret, or may have one in it. */
const SECRETS = /SECRET(?!_FILE)|DATABASE\w*URL|PASSWORD/;
const MOST_SHOWN = 100;
/** What Kubernetes and Docker set for a service whose name begins with "hub". */
const OF_SERVICES = /^HUB_(\w+_)?(SERVICE_(HOST|PORT)(_\w+)?|PORT(_\d+_(TCP|UDP)(_\w+)?)?)$/;
/** Variables of other programs: where a partner's server finds the hub's keys. */
const OF_OTHERS = ["HUB_KEYS_URL"];
const NUMBER = /^\s*-?\d+(\.\d+)?\s*$/;
const SAFE = Number.MAX_SAFE_INTEGER;

/** A value as a message may show it: clipped, and without what an address says of users and passwords. */
function shown(value: string): string {
	const clipped = value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value;
	return JSON.stringify(clipped.replace(/\/\/[^/\s]*@/g, "//…@"));
}

type Shape = {
	type?: string;
	enum?: string[];
	minimum?: number;
	maximum?: number;
};

/** What a variable may be, in words. */
function allowedIn(shape: Shape): string {
	const { type, minimum: min = -SAFE, maximum: max = SAFE } = shape;
	if (shape.enum) return `one of ${shape.enum.join(", ")}`;
	if (type !== "integer" && type !== "number") return "a text that is not empty";
	const number = type === "integer" ? "a whole number" : "a number";
	if (min > -SAFE && max < SAFE) return `${number} from ${min} to ${max}`;
	return min > -SAFE ? `${number} of at least ${min}` : number;
}

/** The default message, in the place of which ours comes. */
const NO_MESSAGE = "-";

/** What one variable says; its faults go to `report`, and its default takes the place of a value that is wrong. */
export function readVariable(
	name: string,
	field: z.ZodType,
	value: string | undefined,
	report: ReportFault,
): unknown {
	const shape = z.toJSONSchema(field, { unrepresentable: "any", io: "output" }) as Shape;
	const isNumber = shape.type === "integer" || shape.type === "number";
	const secret = SECRETS.test(name);
	const was = secret ? "its value, which is not shown, is wrong" : `was ${shown(value ?? "")}`;
	const expected = `${was}; expected ${allowedIn(shape)}`;
	const otherwise = () => field.safeParse(undefined).data;
	if (isNumber && value !== undefined && !NUMBER.test(value)) {
		report(
			name,
			value.trim() === "" ? `${expected}; without it, ${otherwise()} is used` : expected,
		);
		return otherwise();
	}
	const read = field.safeParse(value, { error: () => NO_MESSAGE });
	if (read.success) return read.data;
	for (const { message } of read.error.issues) {
		if (message === NO_MESSAGE) report(name, expected);
		else if (secret)
			report(name, `${message.replaceAll(/"[^"]*"/g, "a part of it")} (its value is not shown)`);
		else if (/^is /.test(message)) report(name, `${shown(value ?? "")} ${message}`);
		else if (message.includes('"')) report(name, message.replace(/\/\/[^/\s"]*@/g, "//…@"));
		else report(name, `${message} (was ${shown(value ?? "")})`);
	}
	return otherwise();
}

/** Reports variables that look like the hub's and are none, with the nearest that is. Their values may be secrets. */
export function reportUnknown(
	env: Readonly<Record<string, string | undefined>>,
	known: readonly string[],
	report: ReportFault,
): void {
	for (const name of Object.keys(env).sort()) {
		if (!name.startsWith("HUB_") || known.includes(name)) continue;
		if (OF_SERVICES.test(name) || OF_OTHERS.includes(name)) continue;
		report(
			name,
			`is not a variable of the hub; did you mean ${closest(name, known)}? All are in docs/configuration.md`,
		);
	}
}
