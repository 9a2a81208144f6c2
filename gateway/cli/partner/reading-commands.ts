import type { Command } from "commander";
import { asPartner, described, number } from "./options.ts";

function withPeriod(command: Command): Command {
	return command
		.option("--from <day>", "first day, ISO 8601 in UTC; by default 30 days before the last")
		.option("--to <day>", "last day; by default today");
}

/** Adds the commands that change nothing. */
export function addReading(partner: Command): void {
	described(partner, "list", "list partners and the subgraph versions that are served").action(
		async (options) => (await import("./list.ts")).list(options),
	);
	described(partner, "log", "print or verify the publish log")
		.option("--verify", "verify the hash chain and partners' signatures")
		.option("--head <file>", "store where the log ended, and compare with it the next time")
		.action(async (options) => (await import("./log.ts")).log(options));
	withPeriod(
		asPartner(described(partner, "usage", "consumers of a partner's fields, field by field"), true),
	).action(async (options) => (await import("./usage.ts")).usage(options));
	withPeriod(
		asPartner(
			described(partner, "standing", "errors, latency and volume by version and day; budget left"),
			true,
		),
	).action(async (options) => (await import("./standing.ts")).standing(options));
	asPartner(described(partner, "events", "events of a partner, newest first"), true)
		.option("--first <n>", "maximum number", number, 50)
		.option("--mail", "print the text of each event's mail")
		.action(async (options) => (await import("./events.ts")).events(options));
	asPartner(described(partner, "disclosures", "data that the hub sent to a partner"), true)
		.option("--first <n>", "maximum number", number, 50)
		.action(async (options) => (await import("./disclosures.ts")).disclosures(options));
	described(partner, "changelog", "schema changes with each supergraph version, newest first")
		.option("--from <n>", "compare this supergraph version with --to", number)
		.option("--to <n>", "the later supergraph version", number)
		.option("--first <n>", "number of versions, up to 50", number, 20)
		.action(async (options) => (await import("./changelog.ts")).changelog(options));
}
