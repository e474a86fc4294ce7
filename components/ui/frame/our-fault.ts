/** What people read of a fault of ours, apart from the others: the pages that say it are sent along with every page. */
export const ourFault = {
  title: "Something went wrong on our side",
  happened: "We could not finish that. It has been recorded, and you did nothing wrong.",
  toDo: "Go back and look whether your change was saved. Then try again.",
};
