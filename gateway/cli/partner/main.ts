#!/usr/bin/env node
import { Command } from "commander";
import manifest from "../../../package.json" with { type: "json" };
import { addPartnerCommands } from "./commands.ts";

const program = addPartnerCommands(new Command("throughline-partner")).version(manifest.version);
program.parseAsync().catch((error: Error & { exitCode?: number }) => {
	console.error(error.message);
	process.exitCode = error.exitCode ?? 1;
});
