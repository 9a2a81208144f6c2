import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, type Hub, SEEDS, seededFolder, startEmbedded } from "../support/hub.ts";

const readme = readFileSync(join(SEEDS, "../../README.md"), "utf8");
const examples = [...readme.matchAll(/```graphql\n(.*?)```\s+```json\n(.*?)```/gs)].map(
	([, query, answer]) => [query?.split("\n")[0], query, answer] as [string, string, string],
);

let hub: Hub;
beforeAll(async () => {
	hub = await startEmbedded(await seededFolder());
});
afterAll(() => hub.close());

it("shows six questions", () => {
	expect(examples).toHaveLength(6);
});

it.each(examples)("the README's answer is true: %s", async (_, query, answer) => {
	expect((await ask(hub, query)).body).toEqual(JSON.parse(answer));
});
