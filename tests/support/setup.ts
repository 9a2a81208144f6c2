import "reflect-metadata";
import { afterEach } from "vitest";
import { openBrowsers, openPages } from "./open-browsers.ts";

// A browser's test that fails says what its pages showed then.
afterEach(async ({ task }) => {
	if (task.result?.state !== "fail" || openBrowsers.size === 0) return;
	for (const page of await openPages()) console.error(`An open page of "${task.name}": ${page}`);
});
