import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Answer, NoAnswer } from "../../graphql/fetch-document.ts";
import { Answered } from "../../parts/Answered.tsx";
import { useWords } from "../../words/use-words.ts";

type Props<Data> = {
	name: string;
	query: UseQueryResult<Answer<Data>, Error>;
	height: number;
	children: (data: Data) => ReactNode;
};

/** What not everybody may see: says so to those who may not, instead of showing a fault. */
export function ForPermitted<Data>(props: Props<Data>) {
	const t = useWords();
	const { error } = props.query;
	const code = error instanceof NoAnswer ? error.faults[0]?.code : undefined;
	if (code === "UNAUTHENTICATED") return <p role="status">{t("partners.sign-in")}</p>;
	if (code === "FORBIDDEN" || code === "NOT_FOUND")
		return <p role="status">{t("partners.not-yours")}</p>;
	return <Answered {...props} />;
}
