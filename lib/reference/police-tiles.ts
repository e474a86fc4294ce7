/** Where a place stands on a map of equal squares: columns from the west, rows from the north, and a name that fits one. */
export type Tile = { column: number; row: number; short: string };

const tile = (row: number, column: number, short: string): Tile => ({ column, row, short });

/**
 * The territorial police areas of England and Wales as squares, each about where it lies beside its neighbours. A square
 * says nothing of size: the smallest area is as easy to press as the largest.
 */
export const policeTiles: Readonly<Record<string, Tile>> = {
  "police-northumbria": tile(0, 3, "N’umbria"),
  "police-cumbria": tile(1, 2, "Cumbria"),
  "police-durham": tile(1, 3, "Durham"),
  "police-cleveland": tile(1, 4, "Clevel’d"),
  "police-lancashire": tile(2, 2, "Lancs"),
  "police-west-yorkshire": tile(2, 3, "W Yorks"),
  "police-north-yorkshire": tile(2, 4, "N Yorks"),
  "police-merseyside": tile(3, 1, "Mersey"),
  "police-greater-manchester": tile(3, 2, "Manch’r"),
  "police-south-yorkshire": tile(3, 3, "S Yorks"),
  "police-humberside": tile(3, 4, "Humber"),
  "police-north-wales": tile(4, 0, "N Wales"),
  "police-cheshire": tile(4, 1, "Cheshire"),
  "police-derbyshire": tile(4, 2, "Derbys"),
  "police-nottinghamshire": tile(4, 3, "Notts"),
  "police-lincolnshire": tile(4, 4, "Lincs"),
  "police-dyfed-powys": tile(5, 0, "Dyfed-P"),
  "police-west-mercia": tile(5, 1, "W Mercia"),
  "police-staffordshire": tile(5, 2, "Staffs"),
  "police-leicestershire": tile(5, 3, "Leics"),
  "police-cambridgeshire": tile(5, 4, "Cambs"),
  "police-norfolk": tile(5, 5, "Norfolk"),
  "police-south-wales": tile(6, 0, "S Wales"),
  "police-gwent": tile(6, 1, "Gwent"),
  "police-west-midlands": tile(6, 2, "W Mids"),
  "police-warwickshire": tile(6, 3, "Warks"),
  "police-northamptonshire": tile(6, 4, "N’hants"),
  "police-suffolk": tile(6, 5, "Suffolk"),
  "police-gloucestershire": tile(7, 1, "Glos"),
  "police-thames-valley": tile(7, 2, "Thames V"),
  "police-bedfordshire": tile(7, 3, "Beds"),
  "police-hertfordshire": tile(7, 4, "Herts"),
  "police-essex": tile(7, 5, "Essex"),
  "police-avon-and-somerset": tile(8, 0, "Avon & S"),
  "police-wiltshire": tile(8, 1, "Wilts"),
  "police-surrey": tile(8, 2, "Surrey"),
  "police-metropolitan": tile(8, 3, "Met"),
  "police-city-of-london": tile(8, 4, "City"),
  "police-devon-and-cornwall": tile(9, 0, "Devon & C"),
  "police-dorset": tile(9, 1, "Dorset"),
  "police-hampshire": tile(9, 2, "Hants"),
  "police-sussex": tile(9, 3, "Sussex"),
  "police-kent": tile(9, 4, "Kent"),
};
