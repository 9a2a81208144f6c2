import type { Command } from "commander";
import { asPartner, described, REASON } from "./options.ts";

const ownerships = () => import("./ownership.ts");
const COORDINATE = "a type with its fields, or one field: Loom or Loom.speed";

/** Adds the commands for the ownership of types and fields. */
export function addOwnership(partner: Command): void {
	const ownership = partner.command("ownership").description("types and fields that partners own");
	described(ownership, "list", "list types and fields with their owners")
		.option("--partner <id>", "only those of this partner")
		.option("--type <type>", "only this type and its fields")
		.action(async (options) => (await ownerships()).listOwnership(options));
	asPartner(described(ownership, "transfer", "transfer a type or field to another partner"))
		.argument("<coordinate>", COORDINATE)
		.requiredOption("--to <id>", "the partner that will own it")
		.option("--reason <text>", "the reason, which is public", REASON)
		.action(async (coordinate: string, options) =>
			(await ownerships()).transfer({ ...options, coordinate }),
		);
	asPartner(described(ownership, "give-up", "give up a type or field that you no longer serve"))
		.argument("<coordinate>", COORDINATE)
		.option("--reason <text>", "the reason, which is public", REASON)
		.action(async (coordinate: string, options) =>
			(await ownerships()).giveUp({ ...options, coordinate }),
		);
}
