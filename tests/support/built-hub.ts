import { execFileSync } from "node:child_process";
import packaged from "@sparticuz/chromium";
import { buildConsole } from "../../gateway/cli/build-console.ts";
import { HUB_PROGRAM } from "./paths.ts";

/**
 * What all tests of a run use, made once before they begin: the hub's command line and the console, if sources changed,
 * and the browser, which two files that unpack it at the same time could not start.
 */
export default async function setup(): Promise<void> {
	await packaged.executablePath();
	buildConsole(() => undefined);
	execFileSync(process.execPath, [...HUB_PROGRAM, "compile"], { stdio: "inherit" });
}
