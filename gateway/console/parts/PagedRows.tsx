import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Answer, NoAnswer } from "../graphql/fetch-document.ts";
import { useWords } from "../words/use-words.ts";
import { Missing, Waiting } from "./Answered.tsx";
import look from "./PagedRows.module.css";

type Page<Node> = { totalCount: number; nodes: Node[] };

type Props<Data, Node> = {
	/** What is missing if it fails. */
	name: string;
	/** What is missing if only a part of it is told. */
	part?: string;
	query: UseInfiniteQueryResult<InfiniteData<Answer<Data>>, Error>;
	/** The list in one answer. */
	pageOf: (data: Data) => Page<Node> | null | undefined;
	height: number;
	children: (nodes: Node[], total: number) => ReactNode;
};

/** A list that the hub tells page by page: its shape while waiting, what is missing, what is told, and more when asked. */
export function PagedRows<Data, Node>({
	name,
	part,
	query,
	pageOf,
	height,
	children,
}: Props<Data, Node>) {
	const t = useWords();
	const { data, error, hasNextPage, isFetchingNextPage } = query;
	const retry = () => void query.refetch();
	const faults = data?.pages.flatMap((page) => page.faults) ?? [];
	const pages = data?.pages.map((page) => pageOf(page.data)) ?? [];
	const nodes = pages.flatMap((page) => page?.nodes ?? []);
	const total = pages[0]?.totalCount ?? 0;
	return (
		<>
			{error && (
				<Missing name={name} faults={error instanceof NoAnswer ? error.faults : []} retry={retry} />
			)}
			{faults.length > 0 && <Missing name={part ?? name} faults={faults} retry={retry} />}
			{!data && !error && <Waiting name={name} height={height} />}
			{data && children(nodes, total)}
			{hasNextPage && (
				<p className={look.more}>
					<button
						type="button"
						className="action"
						disabled={isFetchingNextPage}
						onClick={() => void query.fetchNextPage()}
					>
						{t("table.more", { shown: t.number(nodes.length), total: t.number(total) })}
					</button>
				</p>
			)}
		</>
	);
}
