import { PreviewReleaseDocument, type PreviewReleaseQuery } from "../../graphql/graphql.ts";
import { answers, ask } from "../../graphql/query.ts";
import type { Quarter } from "../../parts/quarters.ts";

const EVERY_MS = 1000;
const LAST_ASKED = ["own", "release preview"];

export type Preview = PreviewReleaseQuery["previewRelease"];

/** The preview of a release, asked for again while the hub computes it, also by somebody who comes back later. */
export const previewOf = (quarters: Quarter[] | null) => ({
	...ask(PreviewReleaseDocument, quarters ? { quarters } : {}),
	staleTime: 0,
	refetchInterval: (query: { state: { data?: { data: PreviewReleaseQuery } } }) =>
		query.state.data?.data.previewRelease.status === "COMPUTING" ? EVERY_MS : (false as const),
});

/** Which preview was asked for last in this tab, so that who leaves the page finds it again. */
export const lastAsked = () => answers.getQueryData<string>(LAST_ASKED);

export function rememberAsked(preview: string | undefined): void {
	answers.setQueryDefaults(LAST_ASKED, { gcTime: Number.POSITIVE_INFINITY });
	if (preview === undefined) answers.removeQueries({ queryKey: LAST_ASKED });
	else answers.setQueryData(LAST_ASKED, preview);
}
