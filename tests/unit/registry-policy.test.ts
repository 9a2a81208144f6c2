import { afterAll, describe, expect, it } from "vitest";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { openRegistryDatabase } from "../../subgraphs/registry/database/open.ts";
import {
	authorise,
	provenActor,
	seesAllInside,
	seesInside,
} from "../../subgraphs/registry/policy.ts";
import { type ProvenAction, partsOf } from "../../subgraphs/registry/proof/rules.ts";
