import {
	PartnerGrantsDocument,
	PartnerListDocument,
	PartnerOwnershipDocument,
	PartnerPageDocument,
	PartnerSchemasDocument,
	ServedSupergraphsDocument,
} from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import { wholeLog } from "./questions.ts";

// Asked at once and not waited for: each part shows when its answer is there.

export function prefetchPartners(): void {
	void answers.prefetchQuery(ask(PartnerListDocument, {}));
	void answers.prefetchQuery(ask(PartnerOwnershipDocument, {}));
	void answers.prefetchQuery(ask(ServedSupergraphsDocument, {}));
	void answers.prefetchQuery(ask(PartnerGrantsDocument, {}));
}

export function prefetchPartner(partnerId: string): void {
	void answers.prefetchQuery(ask(PartnerPageDocument, { ids: [partnerId] }));
	void answers.prefetchQuery(ask(PartnerSchemasDocument, { partnerId }));
	void answers.prefetchQuery(ask(PartnerOwnershipDocument, {}));
	void answers.prefetchQuery(ask(PartnerGrantsDocument, { partnerId }));
	void answers.prefetchQuery(wholeLog(partnerId));
}

export function prefetchLog(): void {
	void answers.prefetchQuery(wholeLog());
}
