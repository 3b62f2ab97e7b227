/* Transforms and what Vega 6.4 with Vega-Lite 6.5 make of them (TZ=UTC, random numbers seeded as the tests do). Quotes are single. */
typedef struct Case {
	const char *group, *name, *rows, *transform, *expected;
} Case;

static const char rows_mix[] =
	"[{'g':'a','h':1,'x':3,'y':null},{'g':'b','h':1,'x':-2,'y':4},{'g':'a','h':2,'x':null,'y':5},{'g':'a','h':1,"
	"'x':7,'y':-1},{'g':'b','h':2,'x':0,'y':2},{'g':'b','h':1,'y':9},{'g':'c','h':2,'x':7,'y':7},{'g':'a','h':2,"
	"'x':3,'y':3}]";

static const char rows_signed[] =
	"[{'h':1,'x':3},{'h':1,'x':-2},{'h':2,'x':7},{'h':1,'x':4},{'h':2,'x':-1},{'h':1,'x':-5}]";

static const char rows_im[] =
	"[{'a':0,'b':28,'c':0},{'a':0,'b':91,'c':1},{'a':1,'b':43,'c':0},{'a':2,'b':81,'c':0},{'a':2,'b':53,'c':1}]";

static const char rows_dates[] =
	"[{'d':'2010-01-31'},{'d':'2011-05-17T13:45:10'},{'d':null},{'d':'2012-02-29'}]";

static const char rows_arr[] =
	"[{'k':'A','f':[1,2,3],'b':['x','y']},{'k':'C','f':[],'b':[]},{'k':'D','f':[null,2],'b':['q']}]";

static const char rows_pts[] =
	"[{'x':1,'y':2.1},{'x':2,'y':3.9},{'x':3,'y':6.2},{'x':4,'y':8.1},{'x':5,'y':9.7},{'x':6,'y':12.4},{'x':7,"
	"'y':13.8},{'x':8,'y':16.5}]";

static const Case cases[] = {
	{"aggregate", "counts", rows_mix,
	 "{'aggregate':[{'op':'count','field':'x','as':'count'},{'op':'valid','field':'x','as':'valid'},{'op':'missing',"
	 "'field':'x','as':'missing'},{'op':'distinct','field':'x','as':'distinct'}],'groupby':['g']}",
	 "[{'g':'a','count':4,'valid':3,'missing':1,'distinct':3},{'g':'b','count':3,'valid':2,'missing':1,'distinct':3},"
	 "{'g':'c','count':1,'valid':1,'missing':0,'distinct':1}]"},
	{"aggregate", "sums", rows_mix,
	 "{'aggregate':[{'op':'sum','field':'x','as':'sum'},{'op':'product','field':'x','as':'product'},{'op':'mean',"
	 "'field':'x','as':'mean'},{'op':'average','field':'x','as':'average'},{'op':'min','field':'x','as':'min'},"
	 "{'op':'max','field':'x','as':'max'}],'groupby':['g']}",
	 "[{'g':'a','sum':13,'product':63,'mean':4.333333333333333,'average':4.333333333333333,'min':3,'max':7},{'g':'b',"
	 "'sum':-2,'product':0,'mean':-1,'average':-1,'min':-2,'max':0},{'g':'c','sum':7,'product':7,'mean':7,"
	 "'average':7,'min':7,'max':7}]"},
	{"aggregate", "spread", rows_mix,
	 "{'aggregate':[{'op':'median','field':'y','as':'median'},{'op':'q1','field':'y','as':'q1'},{'op':'q3',"
	 "'field':'y','as':'q3'},{'op':'stdev','field':'y','as':'stdev'},{'op':'variancep','field':'y','as':'variancep'},"
	 "{'op':'stderr','field':'y','as':'stderr'},{'op':'ci0','field':'y','as':'ci0'},{'op':'ci1','field':'y',"
	 "'as':'ci1'}]}",
	 "[{'stdev':3.2877840272018797,'variancep':9.26530612244898,'stderr':1.2426655572095133,'median':4,'q1':2.5,"
	 "'q3':6,'ci0':1.8535714285714289,'ci1':6.289285714285711}]"},
	{"aggregate", "default names", rows_mix,
	 "{'aggregate':[{'op':'count'},{'op':'mean','field':'y'}],'groupby':['g','h']}",
	 "[{'g':'a','h':1,'count':2,'mean_y':-1},{'g':'b','h':1,'count':2,'mean_y':6.5},{'g':'a','h':2,'count':2,"
	 "'mean_y':4},{'g':'b','h':2,'count':1,'mean_y':2},{'g':'c','h':2,'count':1,'mean_y':7}]"},
	{"aggregate", "rows", rows_mix,
	 "{'aggregate':[{'op':'argmin','field':'x','as':'low'},{'op':'argmax','field':'x','as':'high'}],'groupby':['h']}",
	 "[{'h':1,'low':{'g':'b','h':1,'x':-2,'y':4},'high':{'g':'a','h':1,'x':7,'y':-1}},{'h':2,'low':{'g':'b','h':2,"
	 "'x':0,'y':2},'high':{'g':'c','h':2,'x':7,'y':7}}]"},
	{"aggregate", "exponential", rows_mix,
	 "{'aggregate':[{'op':{'exponential':0.3},'field':'y','as':'e'}],'groupby':['g']}",
	 "[{'g':'a','e':2.266187050359712},{'g':'b','e':7.165467625899281},{'g':'c','e':7}]"},
	{"aggregate", "only groups", rows_mix,
	 "{'aggregate':[],'groupby':['h']}",
	 "[{'h':1},{'h':2}]"},
	{"aggregate", "joined", rows_mix,
	 "{'joinaggregate':[{'op':'max','field':'x','as':'top'},{'op':'count','as':'n'}],'groupby':['g']}",
	 "[{'g':'a','h':1,'x':3,'y':null,'n':4,'top':7},{'g':'b','h':1,'x':-2,'y':4,'n':3,'top':0},{'g':'a','h':2,"
	 "'x':null,'y':5,'n':4,'top':7},{'g':'a','h':1,'x':7,'y':-1,'n':4,'top':7},{'g':'b','h':2,'x':0,'y':2,'n':3,"
	 "'top':0},{'g':'b','h':1,'y':9,'n':3,'top':0},{'g':'c','h':2,'x':7,'y':7,'n':1,'top':7},{'g':'a','h':2,'x':3,"
	 "'y':3,'n':4,'top':7}]"},
	{"bin", "default", rows_mix,
	 "{'bin':true,'field':'x','as':'b'}",
	 "[{'g':'a','h':1,'x':3,'y':null,'b':3,'b_end':4},{'g':'b','h':1,'x':-2,'y':4,'b':-2,'b_end':-1},{'g':'a','h':2,"
	 "'x':null,'y':5,'b':null,'b_end':null},{'g':'a','h':1,'x':7,'y':-1,'b':6,'b_end':7},{'g':'b','h':2,'x':0,'y':2,"
	 "'b':0,'b_end':1},{'g':'b','h':1,'y':9,'b':null,'b_end':null},{'g':'c','h':2,'x':7,'y':7,'b':6,'b_end':7},"
	 "{'g':'a','h':2,'x':3,'y':3,'b':3,'b_end':4}]"},
	{"bin", "two names", rows_mix,
	 "{'bin':{'maxbins':4},'field':'y','as':['lo','hi']}",
	 "[{'g':'a','h':1,'x':3,'y':null,'lo':null,'hi':null},{'g':'b','h':1,'x':-2,'y':4,'lo':0,'hi':5},{'g':'a','h':2,"
	 "'x':null,'y':5,'lo':5,'hi':10},{'g':'a','h':1,'x':7,'y':-1,'lo':-5,'hi':0},{'g':'b','h':2,'x':0,'y':2,'lo':0,"
	 "'hi':5},{'g':'b','h':1,'y':9,'lo':5,'hi':10},{'g':'c','h':2,'x':7,'y':7,'lo':5,'hi':10},{'g':'a','h':2,'x':3,"
	 "'y':3,'lo':0,'hi':5}]"},
	{"bin", "step", rows_mix,
	 "{'bin':{'step':3},'field':'x','as':'b'}",
	 "[{'g':'a','h':1,'x':3,'y':null,'b':3,'b_end':6},{'g':'b','h':1,'x':-2,'y':4,'b':-3,'b_end':0},{'g':'a','h':2,"
	 "'x':null,'y':5,'b':null,'b_end':null},{'g':'a','h':1,'x':7,'y':-1,'b':6,'b_end':9},{'g':'b','h':2,'x':0,'y':2,"
	 "'b':0,'b_end':3},{'g':'b','h':1,'y':9,'b':null,'b_end':null},{'g':'c','h':2,'x':7,'y':7,'b':6,'b_end':9},"
	 "{'g':'a','h':2,'x':3,'y':3,'b':3,'b_end':6}]"},
	{"bin", "extent", rows_mix,
	 "{'bin':{'extent':[-10,10],'maxbins':3},'field':'x','as':'b'}",
	 "[{'g':'a','h':1,'x':3,'y':null,'b':0,'b_end':10},{'g':'b','h':1,'x':-2,'y':4,'b':-10,'b_end':0},{'g':'a','h':2,"
	 "'x':null,'y':5,'b':null,'b_end':null},{'g':'a','h':1,'x':7,'y':-1,'b':0,'b_end':10},{'g':'b','h':2,'x':0,'y':2,"
	 "'b':0,'b_end':10},{'g':'b','h':1,'y':9,'b':null,'b_end':null},{'g':'c','h':2,'x':7,'y':7,'b':0,'b_end':10},"
	 "{'g':'a','h':2,'x':3,'y':3,'b':0,'b_end':10}]"},
	{"bin", "anchor", rows_mix,
	 "{'bin':{'step':4,'anchor':1},'field':'x','as':'b'}",
	 "[{'g':'a','h':1,'x':3,'y':null,'b':1,'b_end':5},{'g':'b','h':1,'x':-2,'y':4,'b':-3,'b_end':1},{'g':'a','h':2,"
	 "'x':null,'y':5,'b':null,'b_end':null},{'g':'a','h':1,'x':7,'y':-1,'b':5,'b_end':9},{'g':'b','h':2,'x':0,'y':2,"
	 "'b':-3,'b_end':1},{'g':'b','h':1,'y':9,'b':null,'b_end':null},{'g':'c','h':2,'x':7,'y':7,'b':5,'b_end':9},"
	 "{'g':'a','h':2,'x':3,'y':3,'b':1,'b_end':5}]"},
	{"bin", "steps", rows_mix,
	 "{'bin':{'steps':[1,5,20],'maxbins':3},'field':'x','as':'b'}",
	 "[{'g':'a','h':1,'x':3,'y':null,'b':3,'b_end':4},{'g':'b','h':1,'x':-2,'y':4,'b':-2,'b_end':-1},{'g':'a','h':2,"
	 "'x':null,'y':5,'b':null,'b_end':null},{'g':'a','h':1,'x':7,'y':-1,'b':6,'b_end':7},{'g':'b','h':2,'x':0,'y':2,"
	 "'b':0,'b_end':1},{'g':'b','h':1,'y':9,'b':null,'b_end':null},{'g':'c','h':2,'x':7,'y':7,'b':6,'b_end':7},"
	 "{'g':'a','h':2,'x':3,'y':3,'b':3,'b_end':4}]"},
	{"bin", "not nice", rows_mix,
	 "{'bin':{'nice':false,'maxbins':5},'field':'x','as':'b'}",
	 "[{'g':'a','h':1,'x':3,'y':null,'b':2,'b_end':4},{'g':'b','h':1,'x':-2,'y':4,'b':-2,'b_end':0},{'g':'a','h':2,"
	 "'x':null,'y':5,'b':null,'b_end':null},{'g':'a','h':1,'x':7,'y':-1,'b':6,'b_end':8},{'g':'b','h':2,'x':0,'y':2,"
	 "'b':0,'b_end':2},{'g':'b','h':1,'y':9,'b':null,'b_end':null},{'g':'c','h':2,'x':7,'y':7,'b':6,'b_end':8},"
	 "{'g':'a','h':2,'x':3,'y':3,'b':2,'b_end':4}]"},
	{"timeunit", "year", rows_dates,
	 "{'timeUnit':'year','field':'d','as':'t'}",
	 "[{'d':1264896000000,'t':1262304000000,'t_end':1293840000000},{'d':1305639910000,'t':1293840000000,"
	 "'t_end':1325376000000},{'d':null,'t':null,'t_end':null},{'d':1330473600000,'t':1325376000000,"
	 "'t_end':1356998400000}]"},
	{"timeunit", "yearmonth", rows_dates,
	 "{'timeUnit':'yearmonth','field':'d','as':'t'}",
	 "[{'d':1264896000000,'t':1262304000000,'t_end':1264982400000},{'d':1305639910000,'t':1304208000000,"
	 "'t_end':1306886400000},{'d':null,'t':null,'t_end':null},{'d':1330473600000,'t':1328054400000,"
	 "'t_end':1330560000000}]"},
	{"timeunit", "month", rows_dates,
	 "{'timeUnit':'month','field':'d','as':'t'}",
	 "[{'d':1264896000000,'t':1325376000000,'t_end':1328054400000},{'d':1305639910000,'t':1335830400000,"
	 "'t_end':1338508800000},{'d':null,'t':null,'t_end':null},{'d':1330473600000,'t':1328054400000,"
	 "'t_end':1330560000000}]"},
	{"timeunit", "quarters", rows_dates,
	 "{'timeUnit':{'unit':'yearquarter'},'field':'d','as':'t'}",
	 "[{'d':1264896000000,'t':1262304000000,'t_end':1270080000000},{'d':1305639910000,'t':1301616000000,"
	 "'t_end':1309478400000},{'d':null,'t':null,'t_end':null},{'d':1330473600000,'t':1325376000000,"
	 "'t_end':1333238400000}]"},
	{"timeunit", "hours", rows_dates,
	 "{'timeUnit':'hours','field':'d','as':'t'}",
	 "[{'d':1264896000000,'t':1325376000000,'t_end':1325379600000},{'d':1305639910000,'t':1325422800000,"
	 "'t_end':1325426400000},{'d':null,'t':null,'t_end':null},{'d':1330473600000,'t':1325376000000,"
	 "'t_end':1325379600000}]"},
	{"timeunit", "step", rows_dates,
	 "{'timeUnit':{'unit':'month','step':3},'field':'d','as':'t'}",
	 "[{'d':1264896000000,'t':1325376000000,'t_end':1333238400000},{'d':1305639910000,'t':1333238400000,"
	 "'t_end':1341100800000},{'d':null,'t':null,'t_end':null},{'d':1330473600000,'t':1325376000000,"
	 "'t_end':1333238400000}]"},
	{"stack", "zero", rows_signed,
	 "{'stack':'x','groupby':['h'],'as':['s','e']}",
	 "[{'h':1,'x':3,'s':0,'e':3},{'h':1,'x':-2,'s':0,'e':-2},{'h':2,'x':7,'s':0,'e':7},{'h':1,'x':4,'s':3,'e':7},"
	 "{'h':2,'x':-1,'s':0,'e':-1},{'h':1,'x':-5,'s':-2,'e':-7}]"},
	{"stack", "center", rows_mix,
	 "{'stack':'y','groupby':['h'],'offset':'center','as':['s','e']}",
	 "[{'g':'a','h':1,'x':3,'y':null,'s':1.5,'e':1.5},{'g':'b','h':1,'x':-2,'y':4,'s':1.5,'e':5.5},{'g':'a','h':2,"
	 "'x':null,'y':5,'s':0,'e':5},{'g':'a','h':1,'x':7,'y':-1,'s':5.5,'e':6.5},{'g':'b','h':2,'x':0,'y':2,'s':5,"
	 "'e':7},{'g':'b','h':1,'y':9,'s':6.5,'e':15.5},{'g':'c','h':2,'x':7,'y':7,'s':7,'e':14},{'g':'a','h':2,'x':3,"
	 "'y':3,'s':14,'e':17}]"},
	{"stack", "normalize", rows_mix,
	 "{'stack':'y','groupby':['h'],'offset':'normalize','sort':[{'field':'y','order':'descending'}],'as':['s','e']}",
	 "[{'g':'a','h':1,'x':3,'y':null,'s':1,'e':1},{'g':'b','h':1,'x':-2,'y':4,'s':0.6428571428571428,"
	 "'e':0.9285714285714285},{'g':'a','h':2,'x':null,'y':5,'s':0.4117647058823529,'e':0.7058823529411764},{'g':'a',"
	 "'h':1,'x':7,'y':-1,'s':0.9285714285714285,'e':1},{'g':'b','h':2,'x':0,'y':2,'s':0.8823529411764706,'e':1},"
	 "{'g':'b','h':1,'y':9,'s':0,'e':0.6428571428571428},{'g':'c','h':2,'x':7,'y':7,'s':0,'e':0.4117647058823529},"
	 "{'g':'a','h':2,'x':3,'y':3,'s':0.7058823529411764,'e':0.8823529411764706}]"},
	{"stack", "one name", rows_mix,
	 "{'stack':'y','groupby':[],'as':'q'}",
	 "[{'g':'a','h':1,'x':3,'y':null,'q':0,'q_end':0},{'g':'b','h':1,'x':-2,'y':4,'q':0,'q_end':4},{'g':'a','h':2,"
	 "'x':null,'y':5,'q':4,'q_end':9},{'g':'a','h':1,'x':7,'y':-1,'q':0,'q_end':-1},{'g':'b','h':2,'x':0,'y':2,'q':9,"
	 "'q_end':11},{'g':'b','h':1,'y':9,'q':11,'q_end':20},{'g':'c','h':2,'x':7,'y':7,'q':20,'q_end':27},{'g':'a',"
	 "'h':2,'x':3,'y':3,'q':27,'q_end':30}]"},
	{"window", "ranks", rows_mix,
	 "{'window':[{'op':'row_number','as':'row_number'},{'op':'rank','as':'rank'},{'op':'dense_rank',"
	 "'as':'dense_rank'},{'op':'percent_rank','as':'percent_rank'},{'op':'cume_dist','as':'cume_dist'},{'op':'ntile',"
	 "'param':3,'as':'ntile'}],'sort':[{'field':'h'}]}",
	 "[{'g':'a','h':1,'x':3,'y':null,'row_number':1,'rank':1,'dense_rank':1,'percent_rank':0,'cume_dist':0.125,"
	 "'ntile':1},{'g':'b','h':1,'x':-2,'y':4,'row_number':2,'rank':1,'dense_rank':1,'percent_rank':0,'cume_dist':0.5,"
	 "'ntile':2},{'g':'a','h':2,'x':null,'y':5,'row_number':5,'rank':5,'dense_rank':2,"
	 "'percent_rank':0.5714285714285714,'cume_dist':1,'ntile':3},{'g':'a','h':1,'x':7,'y':-1,'row_number':3,'rank':1,"
	 "'dense_rank':1,'percent_rank':0,'cume_dist':0.5,'ntile':2},{'g':'b','h':2,'x':0,'y':2,'row_number':6,'rank':5,"
	 "'dense_rank':2,'percent_rank':0.5714285714285714,'cume_dist':1,'ntile':3},{'g':'b','h':1,'y':9,'row_number':4,"
	 "'rank':1,'dense_rank':1,'percent_rank':0,'cume_dist':0.5,'ntile':2},{'g':'c','h':2,'x':7,'y':7,'row_number':7,"
	 "'rank':5,'dense_rank':2,'percent_rank':0.5714285714285714,'cume_dist':1,'ntile':3},{'g':'a','h':2,'x':3,'y':3,"
	 "'row_number':8,'rank':5,'dense_rank':2,'percent_rank':0.5714285714285714,'cume_dist':1,'ntile':3}]"},
	{"window", "neighbours", rows_mix,
	 "{'window':[{'op':'lag','field':'y','as':'lag'},{'op':'lead','field':'y','param':2,'as':'lead'},"
	 "{'op':'first_value','field':'y','as':'first'},{'op':'last_value','field':'y','as':'last'},{'op':'nth_value',"
	 "'field':'y','param':2,'as':'nth'},{'op':'prev_value','field':'x','as':'prev'},{'op':'next_value','field':'x',"
	 "'as':'next'}],'groupby':['h']}",
	 "[{'g':'a','h':1,'x':3,'y':null,'lag':null,'lead':-1,'first':null,'last':null,'nth':null,'prev':3,'next':3},"
	 "{'g':'b','h':1,'x':-2,'y':4,'lag':null,'lead':9,'first':null,'last':4,'nth':4,'prev':-2,'next':-2},{'g':'a',"
	 "'h':2,'x':null,'y':5,'lag':null,'lead':7,'first':5,'last':5,'nth':null,'prev':null,'next':0},{'g':'a','h':1,"
	 "'x':7,'y':-1,'lag':4,'lead':null,'first':null,'last':-1,'nth':4,'prev':7,'next':7},{'g':'b','h':2,'x':0,'y':2,"
	 "'lag':5,'lead':3,'first':5,'last':2,'nth':2,'prev':0,'next':0},{'g':'b','h':1,'y':9,'lag':-1,'lead':null,"
	 "'first':null,'last':9,'nth':4,'prev':7,'next':null},{'g':'c','h':2,'x':7,'y':7,'lag':2,'lead':null,'first':5,"
	 "'last':7,'nth':2,'prev':7,'next':7},{'g':'a','h':2,'x':3,'y':3,'lag':7,'lead':null,'first':5,'last':3,'nth':2,"
	 "'prev':3,'next':3}]"},
	{"window", "running", rows_mix,
	 "{'window':[{'op':'sum','field':'y','as':'sum'},{'op':'mean','field':'y','as':'mean'},{'op':'max','field':'y',"
	 "'as':'max'}],'sort':[{'field':'x','order':'descending'}]}",
	 "[{'g':'a','h':1,'x':3,'y':null,'sum':9,'mean':3,'max':7},{'g':'b','h':1,'x':-2,'y':4,'sum':15,'mean':3,"
	 "'max':7},{'g':'a','h':2,'x':null,'y':5,'sum':29,'mean':4.142857142857143,'max':9},{'g':'a','h':1,'x':7,'y':-1,"
	 "'sum':6,'mean':3,'max':7},{'g':'b','h':2,'x':0,'y':2,'sum':11,'mean':2.75,'max':7},{'g':'b','h':1,'y':9,"
	 "'sum':29,'mean':4.142857142857143,'max':9},{'g':'c','h':2,'x':7,'y':7,'sum':6,'mean':3,'max':7},{'g':'a','h':2,"
	 "'x':3,'y':3,'sum':9,'mean':3,'max':7}]"},
	{"window", "sliding", rows_mix,
	 "{'window':[{'op':'mean','field':'y','as':'mean'},{'op':'min','field':'y','as':'min'},{'op':'count','as':'n'}],"
	 "'frame':[-1,1],'sort':[{'field':'h'},{'field':'x'}],'ignorePeers':true}",
	 "[{'g':'a','h':1,'x':3,'y':null,'n':3,'mean':1.5,'min':-1},{'g':'b','h':1,'x':-2,'y':4,'n':3,'mean':6.5,"
	 "'min':4},{'g':'a','h':2,'x':null,'y':5,'n':3,'mean':2,'min':-1},{'g':'a','h':1,'x':7,'y':-1,'n':3,'mean':2,"
	 "'min':-1},{'g':'b','h':2,'x':0,'y':2,'n':3,'mean':3.3333333333333335,'min':2},{'g':'b','h':1,'y':9,'n':2,"
	 "'mean':6.5,'min':4},{'g':'c','h':2,'x':7,'y':7,'n':2,'mean':5,'min':3},{'g':'a','h':2,'x':3,'y':3,'n':3,"
	 "'mean':4,'min':2}]"},
	{"window", "sliding median", rows_mix,
	 "{'window':[{'op':'median','field':'y','as':'m'},{'op':'distinct','field':'g','as':'n'}],'frame':[0,2],"
	 "'sort':[{'field':'h'}],'ignorePeers':true}",
	 "[{'g':'a','h':1,'x':3,'y':null,'m':1.5,'n':2},{'g':'b','h':1,'x':-2,'y':4,'m':4,'n':2},{'g':'a','h':2,'x':null,"
	 "'y':5,'m':5,'n':3},{'g':'a','h':1,'x':7,'y':-1,'m':5,'n':2},{'g':'b','h':2,'x':0,'y':2,'m':3,'n':3},{'g':'b',"
	 "'h':1,'y':9,'m':5,'n':2},{'g':'c','h':2,'x':7,'y':7,'m':5,'n':2},{'g':'a','h':2,'x':3,'y':3,'m':3,'n':1}]"},
	{"window", "peers", rows_mix,
	 "{'window':[{'op':'sum','field':'y','as':'sum'}],'sort':[{'field':'h'}]}",
	 "[{'g':'a','h':1,'x':3,'y':null,'sum':12},{'g':'b','h':1,'x':-2,'y':4,'sum':12},{'g':'a','h':2,'x':null,'y':5,"
	 "'sum':29},{'g':'a','h':1,'x':7,'y':-1,'sum':12},{'g':'b','h':2,'x':0,'y':2,'sum':29},{'g':'b','h':1,'y':9,"
	 "'sum':12},{'g':'c','h':2,'x':7,'y':7,'sum':29},{'g':'a','h':2,'x':3,'y':3,'sum':29}]"},
	{"filter", "expression", rows_mix,
	 "{'filter':'datum.x > 2'}",
	 "[{'g':'a','h':1,'x':3,'y':null},{'g':'a','h':1,'x':7,'y':-1},{'g':'c','h':2,'x':7,'y':7},{'g':'a','h':2,'x':3,"
	 "'y':3}]"},
	{"filter", "less", rows_mix,
	 "{'filter':{'field':'x','lt':3}}",
	 "[{'g':'b','h':1,'x':-2,'y':4},{'g':'a','h':2,'x':null,'y':5},{'g':'b','h':2,'x':0,'y':2},{'g':'b','h':1,'y':9,"
	 "'x':null}]"},
	{"filter", "range", rows_mix,
	 "{'filter':{'field':'x','range':[null,3]}}",
	 "[{'g':'a','h':1,'x':3,'y':null},{'g':'b','h':1,'x':-2,'y':4},{'g':'a','h':2,'x':null,'y':5},{'g':'b','h':2,"
	 "'x':0,'y':2},{'g':'a','h':2,'x':3,'y':3}]"},
	{"filter", "turned range", rows_mix,
	 "{'filter':{'field':'x','range':[5,1]}}",
	 "[{'g':'a','h':1,'x':3,'y':null},{'g':'a','h':2,'x':3,'y':3}]"},
	{"filter", "one of", rows_mix,
	 "{'filter':{'field':'g','oneOf':['b','c']}}",
	 "[{'g':'b','h':1,'x':-2,'y':4},{'g':'b','h':2,'x':0,'y':2},{'g':'b','h':1,'y':9},{'g':'c','h':2,'x':7,'y':7}]"},
	{"filter", "valid", rows_mix,
	 "{'filter':{'field':'x','valid':true}}",
	 "[{'g':'a','h':1,'x':3,'y':null},{'g':'b','h':1,'x':-2,'y':4},{'g':'a','h':1,'x':7,'y':-1},{'g':'b','h':2,'x':0,"
	 "'y':2},{'g':'c','h':2,'x':7,'y':7},{'g':'a','h':2,'x':3,'y':3}]"},
	{"filter", "logic", rows_mix,
	 "{'filter':{'and':[{'field':'g','equal':'a'},{'not':{'or':[{'field':'x','valid':false},'datum.h == 2']}}]}}",
	 "[{'g':'a','h':1,'x':3,'y':null},{'g':'a','h':1,'x':7,'y':-1}]"},
	{"filter", "value of an expression", rows_mix,
	 "{'filter':{'field':'x','gte':{'expr':'1 + 6'}}}",
	 "[{'g':'a','h':1,'x':7,'y':-1},{'g':'c','h':2,'x':7,'y':7}]"},
	{"filter", "time unit", rows_dates,
	 "{'filter':{'field':'d','timeUnit':'year','equal':2011}}",
	 "[{'d':1305639910000}]"},
	{"filter", "named months", rows_dates,
	 "{'filter':{'field':'d','timeUnit':'month','oneOf':['february',5]}}",
	 "[{'d':1305639910000},{'d':1330473600000}]"},
	{"filter", "date", rows_dates,
	 "{'filter':{'field':'d','gt':{'year':2011,'month':'may'}}}",
	 "[{'d':1305639910000},{'d':1330473600000}]"},
	{"reshape", "fold", rows_mix,
	 "{'fold':['x','y'],'as':['k','v']}",
	 "[{'g':'a','h':1,'x':3,'y':null,'k':'x','v':3},{'g':'a','h':1,'x':3,'y':null,'k':'y','v':null},{'g':'b','h':1,"
	 "'x':-2,'y':4,'k':'x','v':-2},{'g':'b','h':1,'x':-2,'y':4,'k':'y','v':4},{'g':'a','h':2,'x':null,'y':5,'k':'x',"
	 "'v':null},{'g':'a','h':2,'x':null,'y':5,'k':'y','v':5},{'g':'a','h':1,'x':7,'y':-1,'k':'x','v':7},{'g':'a',"
	 "'h':1,'x':7,'y':-1,'k':'y','v':-1},{'g':'b','h':2,'x':0,'y':2,'k':'x','v':0},{'g':'b','h':2,'x':0,'y':2,"
	 "'k':'y','v':2},{'g':'b','h':1,'y':9,'k':'x'},{'g':'b','h':1,'y':9,'k':'y','v':9},{'g':'c','h':2,'x':7,'y':7,"
	 "'k':'x','v':7},{'g':'c','h':2,'x':7,'y':7,'k':'y','v':7},{'g':'a','h':2,'x':3,'y':3,'k':'x','v':3},{'g':'a',"
	 "'h':2,'x':3,'y':3,'k':'y','v':3}]"},
	{"reshape", "flatten", rows_arr,
	 "{'flatten':['f','b'],'as':['F','b']}",
	 "[{'k':'A','f':[1,2,3],'b':'x','F':1},{'k':'A','f':[1,2,3],'b':'y','F':2},{'k':'A','f':[1,2,3],'b':null,'F':3},"
	 "{'k':'D','f':[null,2],'b':'q','F':null},{'k':'D','f':[null,2],'b':null,'F':2}]"},
	{"reshape", "pivot", rows_mix,
	 "{'pivot':'g','value':'x','groupby':['h']}",
	 "[{'h':1,'a':10,'b':-2},{'h':2,'a':3,'b':0,'c':7}]"},
	{"reshape", "pivot mean", rows_mix,
	 "{'pivot':'g','value':'y','op':'mean','limit':2}",
	 "[{'a':2.3333333333333335,'b':5}]"},
	{"reshape", "calculate", rows_mix,
	 "{'calculate':'datum.h * 2','as':'z'}",
	 "[{'g':'a','h':1,'x':3,'y':null,'z':2},{'g':'b','h':1,'x':-2,'y':4,'z':2},{'g':'a','h':2,'x':null,'y':5,'z':4},"
	 "{'g':'a','h':1,'x':7,'y':-1,'z':2},{'g':'b','h':2,'x':0,'y':2,'z':4},{'g':'b','h':1,'y':9,'z':2},{'g':'c',"
	 "'h':2,'x':7,'y':7,'z':4},{'g':'a','h':2,'x':3,'y':3,'z':4}]"},
	{"reshape", "sample", rows_mix,
	 "{'sample':3}",
	 "[{'g':'b','h':1,'y':9},{'g':'b','h':2,'x':0,'y':2},{'g':'c','h':2,'x':7,'y':7}]"},
	{"reshape", "quantile", rows_mix,
	 "{'quantile':'y','probs':[0.25,0.5,0.9]}",
	 "[{'prob':0.25,'value':2.5},{'prob':0.5,'value':4},{'prob':0.9,'value':7.800000000000001}]"},
	{"reshape", "lookup", rows_mix,
	 "{'lookup':'h','from':{'data':{'values':[{'k':'1','p':'one'},{'k':'1','p':'uno'}]},'key':'k','fields':['p']},"
	 "'default':'none'}",
	 "[{'g':'a','h':1,'x':3,'y':null,'p':'uno'},{'g':'b','h':1,'x':-2,'y':4,'p':'uno'},{'g':'a','h':2,'x':null,'y':5,"
	 "'p':'none'},{'g':'a','h':1,'x':7,'y':-1,'p':'uno'},{'g':'b','h':2,'x':0,'y':2,'p':'none'},{'g':'b','h':1,'y':9,"
	 "'p':'uno'},{'g':'c','h':2,'x':7,'y':7,'p':'none'},{'g':'a','h':2,'x':3,'y':3,'p':'none'}]"},
	{"reshape", "lookup row", rows_mix,
	 "{'lookup':'h','from':{'data':{'values':[{'k':1,'p':2}]},'key':'k'},'as':'o'}",
	 "[{'g':'a','h':1,'x':3,'y':null,'o':{'k':1,'p':2}},{'g':'b','h':1,'x':-2,'y':4,'o':{'k':1,'p':2}},{'g':'a',"
	 "'h':2,'x':null,'y':5,'o':null},{'g':'a','h':1,'x':7,'y':-1,'o':{'k':1,'p':2}},{'g':'b','h':2,'x':0,'y':2,"
	 "'o':null},{'g':'b','h':1,'y':9,'o':{'k':1,'p':2}},{'g':'c','h':2,'x':7,'y':7,'o':null},{'g':'a','h':2,'x':3,"
	 "'y':3,'o':null}]"},
	{"impute", "zero", rows_im,
	 "{'impute':'b','key':'a','groupby':['c']}",
	 "[{'a':0,'b':28,'c':0},{'a':0,'b':91,'c':1},{'a':1,'b':43,'c':0},{'a':2,'b':81,'c':0},{'a':2,'b':53,'c':1},"
	 "{'c':1,'a':1,'b':0}]"},
	{"impute", "value", rows_im,
	 "{'impute':'b','key':'a','groupby':['c'],'keyvals':{'stop':4},'value':-1}",
	 "[{'a':0,'b':28,'c':0},{'a':0,'b':91,'c':1},{'a':1,'b':43,'c':0},{'a':2,'b':81,'c':0},{'a':2,'b':53,'c':1},"
	 "{'c':0,'a':3,'b':-1},{'c':1,'a':1,'b':-1},{'c':1,'a':3,'b':-1}]"},
	{"impute", "mean", rows_im,
	 "{'impute':'b','key':'a','groupby':['c'],'keyvals':[1,5],'method':'mean'}",
	 "[{'a':0,'b':28,'c':0},{'a':0,'b':91,'c':1},{'a':1,'b':43,'c':0},{'a':2,'b':81,'c':0},{'a':2,'b':53,'c':1},"
	 "{'c':0,'a':5,'b':50.666666666666664},{'c':1,'a':1,'b':72},{'c':1,'a':5,'b':72}]"},
	{"impute", "frame", rows_im,
	 "{'impute':'b','key':'a','groupby':['c'],'method':'max','frame':[-1,1]}",
	 "[{'a':0,'b':28,'c':0},{'a':0,'b':91,'c':1},{'a':1,'b':43,'c':0},{'a':2,'b':81,'c':0},{'a':2,'b':53,'c':1},"
	 "{'c':1,'a':1,'b':53}]"},
	{"impute", "fills nulls", rows_mix,
	 "{'impute':'x','key':'y','method':'min'}",
	 "[{'g':'a','h':1,'x':3,'y':null},{'g':'b','h':1,'x':-2,'y':4},{'g':'a','h':2,'x':-2,'y':5},{'g':'a','h':1,'x':7,"
	 "'y':-1},{'g':'b','h':2,'x':0,'y':2},{'g':'b','h':1,'y':9},{'g':'c','h':2,'x':7,'y':7},{'g':'a','h':2,'x':3,"
	 "'y':3}]"},
	{"curves", "density", rows_pts,
	 "{'density':'y','steps':4}",
	 "[{'value':2.1,'density':0.038813344494962515},{'value':5.7,'density':0.05711623815360731},{'value':9.3,"
	 "'density':0.06088698004153933},{'value':12.9,'density':0.054216796463290105},{'value':16.5,"
	 "'density':0.03519569012789421}]"},
	{"curves", "cumulative", rows_pts,
	 "{'density':'y','steps':4,'cumulative':true,'counts':true,'bandwidth':2,'extent':[0,20]}",
	 "[{'value':0,'density':0.173440945519515},{'value':5,'density':1.979634851628534},{'value':10,"
	 "'density':4.503024978898241},{'value':15,'density':6.851263441338297},{'value':20,"
	 "'density':7.958900760292496}]"},
	{"curves", "linear", rows_pts,
	 "{'regression':'y','on':'x'}",
	 "[{'x':1,'y':1.9833333333333378},{'x':8,'y':16.191666666666663}]"},
	{"curves", "log parameters", rows_pts,
	 "{'regression':'y','on':'x','method':'log','params':true}",
	 "[{'coef':[0.1435302712262736,6.747235939562335],'rSquared':0.9085035437447658}]"},
	{"curves", "exp parameters", rows_pts,
	 "{'regression':'y','on':'x','method':'exp','params':true}",
	 "[{'coef':[2.8292699623838926,0.23095962936460612],'rSquared':0.955333825582599}]"},
	{"curves", "pow parameters", rows_pts,
	 "{'regression':'y','on':'x','method':'pow','params':true}",
	 "[{'coef':[2.0487982943713408,0.9900560437632432],'rSquared':0.9967390413732267}]"},
	{"curves", "quad parameters", rows_pts,
	 "{'regression':'y','on':'x','method':'quad','params':true}",
	 "[{'coef':[0.23035714285714093,1.863690476190478,0.018452380952380748],'rSquared':0.997382031054126}]"},
	{"curves", "poly parameters", rows_pts,
	 "{'regression':'y','on':'x','method':'poly','params':true}",
	 "[{'coef':[-0.1571428571428619,2.266847041847045,-0.08722943722943802,0.007828282828282882],"
	 "'rSquared':0.9975917791229051}]"},
	{"curves", "constant parameters", rows_pts,
	 "{'regression':'y','on':'x','method':'constant','params':true}",
	 "[{'coef':[9.0875],'rSquared':0}]"},
	{"curves", "exp curve", rows_pts,
	 "{'regression':'y','on':'x','method':'pow','extent':[1,2]}",
	 "[{'x':1,'y':2.0487982943713408},{'x':1.04,'y':2.129919376293705},{'x':1.08,'y':2.211009430902117},{'x':1.12,"
	 "'y':2.29206961911102},{'x':1.16,'y':2.3731010184597876},{'x':1.2,'y':2.4541046317720725},{'x':1.24,"
	 "'y':2.5350813946567436},{'x':1.28,'y':2.616032182037815},{'x':1.32,'y':2.6969578138655197},"
	 "{'x':1.3599999999999999,'y':2.7778590601329465},{'x':1.4,'y':2.8587366453006604},{'x':1.44,"
	 "'y':2.9395912522140897},{'x':1.48,'y':3.0204235255843357},{'x':1.52,'y':3.101234075091552},{'x':1.56,"
	 "'y':3.18202347816068},{'x':1.6,'y':3.2627922824516604},{'x':1.6400000000000001,'y':3.343541008099898},"
	 "{'x':1.6800000000000002,'y':3.4242701497375116},{'x':1.72,'y':3.504980178321536},{'x':1.76,"
	 "'y':3.5856715427915753},{'x':1.8,'y':3.66634467157633},{'x':1.8399999999999999,'y':3.7469999739658393},"
	 "{'x':1.88,'y':3.827637841364064},{'x':1.92,'y':3.9082586484345723},{'x':1.96,'y':3.9888627541504817},{'x':2,"
	 "'y':4.069450502758467}]"},
	{"curves", "loess", rows_pts,
	 "{'loess':'y','on':'x','bandwidth':0.6}",
	 "[{'x':1,'y':2.0425986703984407},{'x':2,'y':4.045727962703553},{'x':3,'y':6.085609117901209},{'x':4,"
	 "'y':8.021375786908603},{'x':5,'y':10.022298946572857},{'x':6,'y':12.019018336061476},{'x':7,"
	 "'y':14.212869025656126},{'x':8,'y':16.402575708486356}]"},
};
