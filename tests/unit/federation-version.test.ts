import { FEDERATION_VERSIONS } from "@apollo/federation-internals";
import { expect, it } from "vitest";
import { NEWEST_FEDERATION } from "../../subgraphs/registry/check/federation-version.ts";

it("the newest accepted version of Federation is the one that the installed composition supports", () => {
	const { major, minor } = FEDERATION_VERSIONS.latest().version;
	expect(NEWEST_FEDERATION).toEqual({ major, minor });
});
