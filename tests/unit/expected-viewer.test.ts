import type { FastifyRequest } from "fastify";
import { expect, it } from "vitest";
import { requireExpectedViewer } from "../../gateway/session/expected-viewer.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";

const ADA: Viewer = { role: "FIELD_STAFF", subject: "ada lovelace/1", center: "ga-mep" };
const acting = (name: string | undefined, viewer: Viewer) =>
	requireExpectedViewer(
		{ headers: { "throughline-signed-in-as": name } } as unknown as FastifyRequest,
		viewer,
	);

it("a page acts for whom it names only", () => {
	for (const name of ["ada%20lovelace%2F1@ga-mep", undefined])
		expect(() => acting(name, ADA)).not.toThrow();
	expect(() => acting("office@", { role: "PROGRAM_OFFICE", subject: "office" })).not.toThrow();
	for (const name of ["ada%20lovelace%2F1@oh-mep", "grace@ga-mep", "@ga-mep", "@", ""])
		expect(() => acting(name, ADA)).toThrow("Somebody else is signed in");
	expect(() => acting("ada@ga-mep", PUBLIC)).toThrow("Somebody else is signed in");
});
