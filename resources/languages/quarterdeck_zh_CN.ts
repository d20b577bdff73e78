<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Quarterdeck</name>
        <message>
            <location filename="../../app/about_facts.py" />
            <source>A desktop operator terminal for electronic trading, with an embedded exchange.</source>
            <translation>电子交易桌面操作终端，内置交易所。</translation>
        </message>
        <message>
            <location filename="../../app/about_facts.py" />
            <source>Data folder: {data}</source>
            <translation>数据文件夹：{data}</translation>
        </message>
        <message>
            <location filename="../../app/about_facts.py" />
            <source>Licence: Apache-2.0. Inter and Noto Sans SC: OFL-1.1. Material Design Icons: Apache-2.0. Bundled session: MIT.</source>
            <translation>许可证：Apache-2.0。Inter 和 Noto Sans SC：OFL-1.1。Material Design Icons：Apache-2.0。内置会话：MIT。</translation>
        </message>
        <message>
            <location filename="../../app/about_facts.py" />
            <source>Python {python_version} (PSF-2.0), Qt {qversion} (LGPL-3.0), {installed}</source>
            <translation>Python {python_version}（PSF-2.0），Qt {qversion}（LGPL-3.0），{installed}</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>A limit that does not stand yet</source>
            <translation>尚未生效的限额</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>A stamped picture in the data folder</source>
            <translation>带时间戳的图片，存入数据文件夹</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>A stamped picture to paste</source>
            <translation>带时间戳的图片，可粘贴</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>A window of its own for the panel in focus, for another screen</source>
            <translation>为当前面板单开一个窗口，可放到另一块屏幕</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>About Quarterdeck…</source>
            <translation>关于 Quarterdeck…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>An instrument's height</source>
            <translation>每个合约的行高</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>An instrument, a person, or both</source>
            <translation>合约、人员，或两者</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Another person signs in at this terminal</source>
            <translation>由另一个人在此终端登录</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Any action, instrument, working order or setting by a few letters</source>
            <translation>用几个字母查找任何操作、合约、活动委托或设置</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Arm or disarm the chart</source>
            <translation>启用或停用图表交易</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Arm or disarm the ladder</source>
            <translation>价格阶梯启用或停用点击下单</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Ask: orders go outside, or stay…</source>
            <translation>申请：委托发往外部或留在内部…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Asks for a second person's approval: whether orders leave</source>
            <translation>请第二人批准：委托是否发往外部</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Bands, velocity, halts, sizes, cancels</source>
            <translation>涨跌停带、价格速率、暂停、数量、撤单</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Begins again; asks first</source>
            <translation>从头开始；先询问</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Blocks new orders and cancels all of ours</source>
            <translation>拦截新委托，并撤销我方全部委托</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Cancel all orders</source>
            <translation>全部撤单</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Cancels every working order of ours</source>
            <translation>撤销我方所有挂单</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Cancels our buy orders of the ladder's instrument</source>
            <translation>撤销价格阶梯所示合约的我方买单</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Cancels our orders of the ladder's instrument</source>
            <translation>撤销价格阶梯所示合约的我方委托</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Cancels our sell orders of the ladder's instrument</source>
            <translation>撤销价格阶梯所示合约的我方卖单</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Candles, line, area, Heikin-Ashi, footprint</source>
            <translation>蜡烛、折线、面积、平均K线、足迹</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Change person…</source>
            <translation>换人…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Chart: {text}</source>
            <translation>图表：{text}</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Closes the panel in focus</source>
            <translation>关闭当前面板</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Command palette…</source>
            <translation>命令面板…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Delete a workspace…</source>
            <translation>删除工作区…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Duplicate</source>
            <translation>再开一个</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Ends the run cleanly, saves the layout and leaves</source>
            <translation>正常结束本次运行，保存布局后离开</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Equal distances are equal ratios</source>
            <translation>等距即等比</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Every panel back to its place</source>
            <translation>所有面板回到原位</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Faster</source>
            <translation>加快</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Float or dock</source>
            <translation>浮动或停靠</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Forgets a saved one</source>
            <translation>忘掉一个已保存的</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Go</source>
            <translation>转到</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Go to {title}</source>
            <translation>转到{title}</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Guided tour…</source>
            <translation>新手引导…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Help on this panel</source>
            <translation>本面板的帮助</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Holds the session, or lets it go on</source>
            <translation>停住会话，或让它继续</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Indicators over the chart and their parameters</source>
            <translation>图上的指标及其参数</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Instead of the list that somebody made</source>
            <translation>代替手工编排的列表</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Keeps this layout for the next start</source>
            <translation>下次启动仍用此布局</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Keeps where every panel and window stands under a name</source>
            <translation>以一个名称记住所有面板和窗口的位置</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Ladder: cancel all</source>
            <translation>价格阶梯：全部撤单</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Ladder: cancel asks</source>
            <translation>价格阶梯：撤卖单</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Ladder: cancel bids</source>
            <translation>价格阶梯：撤买单</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Ladder: change a size</source>
            <translation>价格阶梯：改数量</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Ladder: profit along the prices</source>
            <translation>价格阶梯：沿价位显示盈亏</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Leaves this terminal to nobody</source>
            <translation>此终端不再属于任何人</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Lines, boxes, a ruler, words</source>
            <translation>线、框、量尺、文字</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Lock</source>
            <translation>锁定</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Move to a new window, or back</source>
            <translation>移到新窗口或移回</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Moving orders by their lines</source>
            <translation>拖线移动委托</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Mute or unmute sounds</source>
            <translation>静音或恢复声音</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>New limit…</source>
            <translation>新限额…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>New restriction…</source>
            <translation>新的限制…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>New tightening rule…</source>
            <translation>新收紧规则…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>New trigger of the kill switch…</source>
            <translation>新的急停触发器…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next higher speed of the tape</source>
            <translation>行情回放的下一档较高速度</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next link group</source>
            <translation>下一个联动组</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next lower speed of the tape</source>
            <translation>行情回放的下一档较低速度</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Next theme</source>
            <translation>下一个主题</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nobody's trades but ours</source>
            <translation>只看我方成交</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Nothing but Stop works until the password is typed again</source>
            <translation>重新输入密码之前，除停止外一律无效</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>One line an aggressor's order</source>
            <translation>每笔主动委托一行</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>One-click trading</source>
            <translation>一键交易</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Open the journal's entry in replay…</source>
            <translation>在回放中打开流水条目…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Panel</source>
            <translation>面板</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Panels back to where they stood before</source>
            <translation>面板回到之前的位置</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Pause or resume</source>
            <translation>暂停或继续</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Picture of the window to a file</source>
            <translation>窗口截图存为文件</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Picture of the window to the clipboard</source>
            <translation>窗口截图放入剪贴板</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Plays the tape to the marked entry's time and pauses there; asks first</source>
            <translation>把行情播到所标条目的时间并停在那里；先询问</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Puts the panels where the built-in workspace {name} has them</source>
            <translation>把面板摆成内置工作区“{name}”的样子</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Redo layout change</source>
            <translation>重做布局改动</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Reference prices…</source>
            <translation>参考价…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Rehearse the kill switch</source>
            <translation>演练急停</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Reset layout</source>
            <translation>重置布局</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Restart session…</source>
            <translation>重新开始会话…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Rules of an instrument…</source>
            <translation>合约规则…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Save layout</source>
            <translation>保存布局</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Save workspace as…</source>
            <translation>工作区另存为…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Schedule of an instrument…</source>
            <translation>合约时间表…</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Session</source>
            <translation>会话</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Shows everything in these colours: {text}</source>
            <translation>用这套颜色显示全部：{text}</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Shows {title} and moves the keys there</source>
            <translation>显示{title}，并把键盘移到那里</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Sign out</source>
            <translation>退出登录</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Slower</source>
            <translation>减慢</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Stop: kill switch</source>
            <translation>停止：急停</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Stops a shadow of the machine; nothing real is touched</source>
            <translation>停止机器的影子；不触动真实的任何东西</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Takes our orders into the prices in view</source>
            <translation>把我方活动委托纳入显示的价格范围</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Takes the panel in focus out of the window, or puts it back</source>
            <translation>把当前面板移出窗口，或放回去</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Takes the undoing back</source>
            <translation>取消刚才的撤销</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Tape: merge an order's prints</source>
            <translation>逐笔：合并同一委托的成交</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Tape: own trades only</source>
            <translation>逐笔：只看自己的成交</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>The next set of colours</source>
            <translation>下一套颜色</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>The open position's worth at each price</source>
            <translation>持仓在每个价位的盈亏</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>The order size in use, edited in place</source>
            <translation>就地修改当前委托数量</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>The page of the manual for the panel in focus</source>
            <translation>当前面板的说明页</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>The panel in focus follows the instrument of the next colour, or none</source>
            <translation>当前面板跟随下一种颜色的合约，或不跟随</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>The panel in focus once more, beside it</source>
            <translation>把当前面板再开一个，放在旁边</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>The window in the next language</source>
            <translation>以下一种语言显示窗口</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Theme: {text}</source>
            <translation>主题：{text}</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Trade</source>
            <translation>交易</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Two minutes, ending with a first fill and a first stop</source>
            <translation>两分钟，以第一笔成交和第一次停止收尾</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Typed and completed; any letter in the watchlist</source>
            <translation>输入并补全；自选内按任意字母</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Undo layout change</source>
            <translation>撤销布局改动</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Until the window closes</source>
            <translation>直到窗口关闭</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Version, build and licences</source>
            <translation>版本、构建和许可</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Watchlist: add a symbol</source>
            <translation>自选：添加合约</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Watchlist: every listed instrument</source>
            <translation>自选：全部上市合约</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Watchlist: one line or two</source>
            <translation>自选：一行或两行</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>What bands and marked stops are measured from</source>
            <translation>价格带和标记止损以此为准</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>What comes by itself, and when</source>
            <translation>什么会自行到来，何时到来</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>What engages it by itself</source>
            <translation>什么会自行触发急停</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>What makes a limit count less by itself</source>
            <translation>什么会使限额自行收紧</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>What traded at each price in view</source>
            <translation>视野内各价位的成交量</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>Workspace</source>
            <translation>工作区</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>drawing tools</source>
            <translation>画图工具</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>logarithmic scale</source>
            <translation>对数坐标</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>next way to draw bars</source>
            <translation>下一种K线画法</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>orders beyond the prices</source>
            <translation>价格范围以外的委托</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>studies</source>
            <translation>指标</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>volume profile</source>
            <translation>成交量分布</translation>
        </message>
        <message>
            <location filename="../../app/actions.py" />
            <source>{what}; {key} in the panel</source>
            <translation>{what}；面板内按 {key}</translation>
        </message>
        <message>
            <location filename="../../app/aids.py" />
            <source> (and {count} more)</source>
            <translation>（另有 {count} 条）</translation>
        </message>
        <message>
            <location filename="../../app/aids.py" />
            <source>Alert</source>
            <translation>警报</translation>
        </message>
        <message>
            <location filename="../../app/aids.py" />
            <source>Filled</source>
            <translation>全部成交</translation>
        </message>
        <message>
            <location filename="../../app/aids.py" />
            <source>Refused</source>
            <translation>已拒绝</translation>
        </message>
        <message>
            <location filename="../../app/aids.py" />
            <source>Sounds are off until they are put on again.</source>
            <translation>声音已关闭，直到重新打开。</translation>
        </message>
        <message>
            <location filename="../../app/aids.py" />
            <source>Sounds are on.</source>
            <translation>声音已打开。</translation>
        </message>
        <message>
            <location filename="../../app/aids.py" />
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <location filename="../../app/aids.py" />
            <source>Warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <location filename="../../app/alert_book.py" />
            <source>shelved</source>
            <translation>已搁置</translation>
        </message>
        <message>
            <location filename="../../app/alert_book.py" />
            <source>this terminal</source>
            <comment>nobody is signed in</comment>
            <translation>本终端</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>1 order</source>
            <translation>1 笔委托</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>A fill of order {order_id} was corrected</source>
            <translation>委托 {order_id} 的一笔成交已更正</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>A fill of order {order_id} was taken back</source>
            <translation>委托 {order_id} 的一笔成交已撤回</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>Basket refused: {refusal}</source>
            <translation>篮子被拒：{refusal}</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>Children of order {order_id} would be more than it, or are</source>
            <translation>委托 {order_id} 的子单将超过或已超过母单</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>Kill switch engaged: {source_is}</source>
            <translation>急停已触发：{source_is}</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>Order {order_id} filled</source>
            <translation>委托 {order_id} 全部成交</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>Order {order_id} rejected: {get}.</source>
            <translation>委托 {order_id} 被交易所拒单：{get}。</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>Part stopped, {scope}: {source_is}</source>
            <translation>部分急停，{scope}：{source_is}</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>Refused: {refusal}</source>
            <translation>被拒：{refusal}</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>The exchange took out {orders} of ours ({symbols}): {why}</source>
            <translation>交易所撤出了我方 {orders}（{symbols}）：{why}</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>Trigger {number} fired: {what}. {action}</source>
            <translation>触发器 {number} 已触发：{what}。{action}</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>the market</source>
            <translation>市场</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>{count} orders</source>
            <translation>{count} 笔委托</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>{rule}: {percent} % of the limit is used, {used} of {value} ({scope})</source>
            <translation>{rule}：限额已用 {percent}%，{used} / {value}（{scope}）</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>{scope} {name} takes no more orders until a person enables it: {rule}</source>
            <translation>{scope} {name} 不再接受委托，直到有人启用：{rule}</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>{side} refused: {refusal}</source>
            <translation>{side}被拒：{refusal}</translation>
        </message>
        <message>
            <location filename="../../app/alert_words.py" />
            <source>{venue}: a report that does not fit ({what}), order {order_id}</source>
            <translation>{venue}：一条对不上的回报（{what}），委托 {order_id}</translation>
        </message>
        <message>
            <location filename="../../app/assembly.py" />
            <source>the history database cannot read on: {error}</source>
            <translation>历史数据库无法继续读取：{error}</translation>
        </message>
        <message>
            <location filename="../../app/blotter_views.py" />
            <source>The blotters' file {name} {error}: {put_aside}, and they stand as ever.</source>
            <translation>列表视图文件 {name} {error}：{put_aside}，视图恢复原样。</translation>
        </message>
        <message>
            <location filename="../../app/blotter_views.py" />
            <source>The blotters' views could not be saved to {path}: {strerror}.</source>
            <translation>列表视图无法保存到 {path}：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../app/blotter_views.py" />
            <source>The blotters' views in {name} could not be read: {strerror}.</source>
            <translation>无法读取 {name} 中的列表视图：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../app/blotter_views.py" />
            <source>has version {version}, this program writes {version_2}</source>
            <translation>版本为 {version}，本程序写的是 {version_2}</translation>
        </message>
        <message>
            <location filename="../../app/blotter_views.py" />
            <source>is not readable ({error})</source>
            <translation>无法读取（{error}）</translation>
        </message>
        <message>
            <location filename="../../app/blotter_views.py" />
            <source>is too large</source>
            <translation>过大</translation>
        </message>
        <message>
            <location filename="../../app/blotter_views.py" />
            <source>it could not be put aside</source>
            <translation>未能另行保存</translation>
        </message>
        <message>
            <location filename="../../app/blotter_views.py" />
            <source>it was put aside as {name}</source>
            <translation>已另存为 {name}</translation>
        </message>
        <message>
            <location filename="../../app/chart_file.py" />
            <source>The chart's drawings could not be saved to {path}: {strerror}.</source>
            <translation>图表的画线无法保存到 {path}：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../app/chart_file.py" />
            <source>The chart's drawings in {name} could not be read: {strerror}.</source>
            <translation>无法读取 {name} 中的图表画线：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../app/chart_file.py" />
            <source>The chart's file {name} {error}: {put_aside}, and the charts are empty.</source>
            <translation>图表文件 {name} {error}：{put_aside}，图表为空。</translation>
        </message>
        <message>
            <location filename="../../app/core_thread.py" />
            <source>A command was not taken: {why}.</source>
            <translation>一条指令未被接受：{why}。</translation>
        </message>
        <message>
            <location filename="../../app/core_thread.py" />
            <source>The core has stopped: {sentence}</source>
            <translation>核心已停止：{sentence}</translation>
        </message>
        <message>
            <location filename="../../app/core_thread.py" />
            <source>it holds a number that is too large, or something else that is no command</source>
            <translation>其中有过大的数字，或者根本不是指令</translation>
        </message>
        <message>
            <location filename="../../app/core_thread.py" />
            <source>the core failed ({name}: {error}); details are in the log</source>
            <translation>核心出错（{name}：{error}）；详情见日志</translation>
        </message>
        <message>
            <location filename="../../app/core_thread.py" />
            <source>the core's inbox is full</source>
            <translation>核心的收件队列已满</translation>
        </message>
        <message>
            <location filename="../../app/core_thread.py" />
            <source>the journal's disk does not keep up</source>
            <translation>流水的磁盘跟不上</translation>
        </message>
        <message>
            <location filename="../../app/crash.py" />
            <source> ({count} times)</source>
            <translation>（{count} 次）</translation>
        </message>
        <message>
            <location filename="../../app/crash.py" />
            <source>Copy report</source>
            <translation>复制报告</translation>
        </message>
        <message>
            <location filename="../../app/crash.py" />
            <source>Dismiss</source>
            <translation>知道了</translation>
        </message>
        <message>
            <location filename="../../app/crash.py" />
            <source>Part of the window failed{times}: {told}</source>
            <translation>窗口的一部分出错{times}：{told}</translation>
        </message>
        <message>
            <location filename="../../app/crash.py" />
            <source>Take this sheet away (Esc)</source>
            <translation>收起此条（Esc）</translation>
        </message>
        <message>
            <location filename="../../app/crash.py" />
            <source>The core goes on: orders, limits and the stop button are not touched by this. The log has the details.</source>
            <translation>核心照常运行：委托、限额和停止按钮不受影响。详情见日志。</translation>
        </message>
        <message>
            <location filename="../../app/crash.py" />
            <source>Versions and what failed, to the clipboard</source>
            <translation>版本和出错内容，放入剪贴板</translation>
        </message>
        <message>
            <location filename="../../app/denied.py" />
            <source>{path} cannot be emptied: {strerror}</source>
            <translation>无法清空 {path}：{strerror}</translation>
        </message>
        <message>
            <location filename="../../app/denied.py" />
            <source>{path} cannot be read: {strerror}</source>
            <translation>无法读取 {path}：{strerror}</translation>
        </message>
        <message>
            <location filename="../../app/denied.py" />
            <source>{strange} lines of {path} are none</source>
            <translation>{path} 中有 {strange} 行无法识别</translation>
        </message>
        <message>
            <location filename="../../app/disk_watch.py" />
            <source>New orders are refused: {left}. Cancels go through. Make room on the disk.</source>
            <translation>新委托被拒：{left}。撤单照常。请腾出磁盘空间。</translation>
        </message>
        <message>
            <location filename="../../app/disk_watch.py" />
            <source>The disk is filling: {left}; make room, or new orders will be refused.</source>
            <translation>磁盘快满：{left}；请腾出空间，否则将拒绝新委托。</translation>
        </message>
        <message>
            <location filename="../../app/disk_watch.py" />
            <source>There is room on the disk again: {left}.</source>
            <translation>磁盘又有空间了：{left}。</translation>
        </message>
        <message>
            <location filename="../../app/disk_watch.py" />
            <source>{free:,.0f} MB are left for the journal</source>
            <translation>流水还剩 {free:,.0f} MB 空间</translation>
        </message>
        <message>
            <location filename="../../app/dock.py" />
            <source>Close {words}</source>
            <translation>关闭{words}</translation>
        </message>
        <message>
            <location filename="../../app/dock.py" />
            <source>Float or dock {words}</source>
            <translation>浮动或停靠{words}</translation>
        </message>
        <message>
            <location filename="../../app/dock.py" />
            <source>Link group {group}: follows the instrument chosen in it</source>
            <translation>联动组 {group}：跟随组内选中的合约</translation>
        </message>
        <message>
            <location filename="../../app/dock.py" />
            <source>Not linked: keeps its own instrument</source>
            <translation>未联动：保持自己的合约</translation>
        </message>
        <message>
            <location filename="../../app/dock.py" />
            <source>{words} menu</source>
            <translation>{words}菜单</translation>
        </message>
        <message>
            <location filename="../../app/dock.py" />
            <source>{words}. Press to choose another group.</source>
            <translation>{words}。按下可换组。</translation>
        </message>
        <message>
            <location filename="../../app/docking.py" />
            <source>Dock</source>
            <translation>停靠</translation>
        </message>
        <message>
            <location filename="../../app/docking.py" />
            <source>Float</source>
            <translation>浮动</translation>
        </message>
        <message>
            <location filename="../../app/docking.py" />
            <source>Link group {group}</source>
            <translation>联动组 {group}</translation>
        </message>
        <message>
            <location filename="../../app/docking.py" />
            <source>Move to a new window</source>
            <translation>移到新窗口</translation>
        </message>
        <message>
            <location filename="../../app/docking.py" />
            <source>Move to the first window</source>
            <translation>移到第一个窗口</translation>
        </message>
        <message>
            <location filename="../../app/docking.py" />
            <source>Move to window {number}</source>
            <translation>移到窗口 {number}</translation>
        </message>
        <message>
            <location filename="../../app/docking.py" />
            <source>Not linked</source>
            <translation>不联动</translation>
        </message>
        <message>
            <location filename="../../app/docking.py" />
            <source>the instruments shown</source>
            <translation>所显示的合约</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source> and </source>
            <translation>和</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source>Change person</source>
            <translation>换人</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source>The code is wrong, too old, or was used already.</source>
            <translation>验证码不对、已过期或已用过。</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source>The name or the password is wrong.</source>
            <translation>名称或密码不对。</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source>There are no accounts yet, so these demo people need no password. Steps of two people: ask as one, then change person and approve as the other.</source>
            <translation>还没有账户，所以这些演示人员不需要密码。需要两人的步骤：先以一人申请，再换人，以另一人批准。</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source>This account is disabled: ask an operator and a risk officer.</source>
            <translation>此账户已停用：请找操作员和风控员。</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source>Too many failed tries: wait {wait_s} s.</source>
            <translation>失败次数过多：请等 {wait_s} 秒。</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source>disarmed: another person sits here</source>
            <translation>已停用：换了人</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source>{person} is signed in here. The session goes on.</source>
            <translation>{person} 在此登录。会话继续进行。</translation>
        </message>
        <message>
            <location filename="../../app/entrance.py" />
            <source>{person} is signed in.</source>
            <translation>{person} 已登录。</translation>
        </message>
        <message>
            <location filename="../../app/heartbeat.py" />
            <source>No heartbeat can be written ({strerror}): a watchdog sees nothing of this terminal.</source>
            <translation>无法写入心跳（{strerror}）：看门狗看不到此终端。</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>1 order works</source>
            <translation>有 1 笔委托挂着</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>End it and go back</source>
            <translation>结束并回去</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>It plays as fast as it can, and stands there: what works may be filled on the way.</source>
            <translation>以最快速度播放并停在那里：挂单途中可能成交。</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>Nothing is changed (Esc)</source>
            <translation>什么都不改（Esc）</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>Orders and positions of the run are gone. The tape plays from its beginning, as fast as it can, and stands there.</source>
            <translation>本次运行的委托和持仓将消失。行情从头以最快速度播放，停在那里。</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>Play on</source>
            <translation>继续播放</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>Plays the tape to that time and pauses</source>
            <translation>把行情播到该时间并暂停</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>Stay</source>
            <translation>留下</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>The entry of {when} is of another session: this tape goes from {span}.</source>
            <translation>{when} 的条目属于另一个会话：此行情为 {span}。</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>no order works</source>
            <translation>没有挂单</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>{begins} while the tape plays on to {when}.</source>
            <translation>{begins}，行情将播放到 {when}。</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>{begins}: going back to {when} ends this run.</source>
            <translation>{begins}：回到 {when} 将结束本次运行。</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>{clock} to {clock_2}</source>
            <translation>{clock} 至 {clock_2}</translation>
        </message>
        <message>
            <location filename="../../app/journal_panel.py" />
            <source>{working} orders work</source>
            <translation>有 {working} 笔挂单</translation>
        </message>
        <message>
            <location filename="../../app/journal_search.py" />
            <source>The journal cannot be read: {why}.</source>
            <translation>无法读取流水：{why}。</translation>
        </message>
        <message>
            <location filename="../../app/keeping.py" />
            <source>the keeper process failed: no snapshots until the next start; details are in the log</source>
            <translation>保管进程出错：下次启动前没有快照；详情见日志</translation>
        </message>
        <message>
            <location filename="../../app/keeping.py" />
            <source>the keeper process is gone ({error}): no snapshots until the next start</source>
            <translation>保管进程不在了（{error}）：下次启动前没有快照</translation>
        </message>
        <message>
            <location filename="../../app/keys.py" />
            <source>, and it is kept as {aside}</source>
            <translation>，原文件留存为 {aside}</translation>
        </message>
        <message>
            <location filename="../../app/keys.py" />
            <source>It counts until the window closes, but was not saved: {strerror}.</source>
            <translation>在窗口关闭前有效，但没有保存：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../app/keys.py" />
            <source>The keys file {name} cannot be read ({strerror}): default keys are in force.</source>
            <translation>无法读取快捷键文件 {name}（{strerror}）：使用默认快捷键。</translation>
        </message>
        <message>
            <location filename="../../app/keys.py" />
            <source>The keys file {name} {wrong}: default keys are in force{kept}.</source>
            <translation>快捷键文件 {name} {wrong}：使用默认快捷键{kept}。</translation>
        </message>
        <message>
            <location filename="../../app/keys.py" />
            <source>gives {key} to {key_2} and to {text}</source>
            <translation>把 {key} 同时给了“{key_2}”和“{text}”</translation>
        </message>
        <message>
            <location filename="../../app/keys.py" />
            <source>gives {text} a key that it cannot have ({why})</source>
            <translation>给“{text}”的键不可用（{why}）</translation>
        </message>
        <message>
            <location filename="../../app/keys.py" />
            <source>has a key that nobody knows ({unknown})</source>
            <translation>含有无人认识的键（{unknown}）</translation>
        </message>
        <message>
            <location filename="../../app/keys.py" />
            <source>is not one ({error})</source>
            <translation>格式不对（{error}）</translation>
        </message>
        <message>
            <location filename="../../app/keys.py" />
            <source>leaves {text} without a key</source>
            <translation>使“{text}”没有快捷键</translation>
        </message>
        <message>
            <location filename="../../app/keys.py" />
            <source>{panel}, while it has the keys</source>
            <translation>{panel}（拥有键盘时）</translation>
        </message>
        <message>
            <location filename="../../app/language.py" />
            <source>The language file for {language} is missing or damaged: everything is said in English.</source>
            <translation>语言文件 {language} 缺失或损坏：全部以英文显示。</translation>
        </message>
        <message>
            <location filename="../../app/layout.py" />
            <source>Train</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../app/layout.py" />
            <source>Watch</source>
            <translation>观察</translation>
        </message>
        <message>
            <location filename="../../app/leaving.py" />
            <source>Close and cancel them</source>
            <translation>关闭并撤单</translation>
        </message>
        <message>
            <location filename="../../app/leaving.py" />
            <source>Ends the run now</source>
            <translation>现在结束本次运行</translation>
        </message>
        <message>
            <location filename="../../app/leaving.py" />
            <source>Nothing is closed (Esc)</source>
            <translation>什么都不关（Esc）</translation>
        </message>
        <message>
            <location filename="../../app/leaving.py" />
            <source>The end takes at most five seconds. Closing a second time means yes.</source>
            <translation>收尾最多五秒。再关一次即表示确认。</translation>
        </message>
        <message>
            <location filename="../../app/leaving.py" />
            <source>{count} orders work</source>
            <translation>有 {count} 笔委托挂着</translation>
        </message>
        <message>
            <location filename="../../app/leaving.py" />
            <source>{orders}: closing ends the run and takes them out of the market.</source>
            <translation>{orders}：关闭将结束本次运行，并把它们撤出市场。</translation>
        </message>
        <message>
            <location filename="../../app/limits_trying.py" />
            <source>The process could not be started.</source>
            <translation>进程无法启动。</translation>
        </message>
        <message>
            <location filename="../../app/limits_trying.py" />
            <source>The process ended by itself: {last}.</source>
            <translation>进程自行结束：{last}。</translation>
        </message>
        <message>
            <location filename="../../app/limits_trying.py" />
            <source>exit code {code}</source>
            <translation>退出码 {code}</translation>
        </message>
        <message>
            <location filename="../../app/log_panel.py" />
            <source>The file: {folder}</source>
            <translation>文件：{folder}</translation>
        </message>
        <message>
            <location filename="../../app/menus.py" />
            <source>Panels</source>
            <translation>面板</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>And {found} more.</source>
            <translation>另有 {found} 条。</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>The line to {venue} is down: what it holds of ours is not known.</source>
            <translation>到 {venue} 的线路断开：那边持有我方多少委托未知。</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>The line to {venue} is up.</source>
            <translation>到 {venue} 的线路已接通。</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>a bust or correction of a fill of order {order} that we do not have</source>
            <translation>委托 {order} 的成交撤销或更正，而我方没有该成交</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>a fill of order {order} came after its bust; it counts for nothing</source>
            <translation>委托 {order} 的成交晚于其撤销到达；不计</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>a fill of order {order} came after its end; it is booked</source>
            <translation>委托 {order} 结束后才到的成交；已入账</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>a fill of order {order}, which we never sent there; the position has it</source>
            <translation>委托 {order} 的成交，我方从未发往那里；已计入持仓</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>a report about order {order} that cannot be true; nothing was booked</source>
            <translation>关于委托 {order} 的回报不可能属实；未入账</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>a report about order {order} with numbers that cannot be; nothing was booked</source>
            <translation>关于委托 {order} 的回报含有不可能的数字；未入账</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>a report about order {order}, which we never sent there</source>
            <translation>关于委托 {order} 的回报，我方从未发往那里</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>more of order {order} was filled than was open; it is booked</source>
            <translation>委托 {order} 的成交多于未成交量；已入账</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>no answer about order {order}: what it holds of it is not known, and it is asked</source>
            <translation>委托 {order} 没有答复：那边持有多少未知，正在询问</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>order {order} has other fills there than here: it is in doubt until they come</source>
            <translation>委托 {order} 在那里的成交与此处不同：在补齐之前存疑</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>order {order} is larger there than anybody asked</source>
            <translation>委托 {order} 在那里比任何人要求的都大</translation>
        </message>
        <message>
            <location filename="../../app/outside_venue.py" />
            <source>{venue}: {what}.</source>
            <translation>{venue}：{what}。</translation>
        </message>
        <message>
            <location filename="../../app/palette_rows.py" />
            <source>Instrument</source>
            <translation>合约</translation>
        </message>
        <message>
            <location filename="../../app/palette_rows.py" />
            <source>Order {id}</source>
            <translation>委托 {id}</translation>
        </message>
        <message>
            <location filename="../../app/palette_rows.py" />
            <source>Setting</source>
            <translation>设置项</translation>
        </message>
        <message>
            <location filename="../../app/palette_rows.py" />
            <source>{side} {qty} {symbol} at {price}</source>
            <translation>{side} {qty} {symbol} @ {price}</translation>
        </message>
        <message>
            <location filename="../../app/picture.py" />
            <source>No picture was saved to {folder}: it cannot be written.</source>
            <translation>没有图片存入 {folder}：无法写入。</translation>
        </message>
        <message>
            <location filename="../../app/picture.py" />
            <source>No picture was saved to {folder}: {strerror}.</source>
            <translation>没有图片存入 {folder}：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../app/picture.py" />
            <source>Picture of the window copied.</source>
            <translation>窗口截图已复制。</translation>
        </message>
        <message>
            <location filename="../../app/picture.py" />
            <source>Picture saved: {path}</source>
            <translation>图片已保存：{path}</translation>
        </message>
        <message>
            <location filename="../../app/picture.py" />
            <source>{version}   taken {strftime} UTC   session time {session} UTC</source>
            <translation>{version}   截于 {strftime} UTC   会话时间 {session} UTC</translation>
        </message>
        <message>
            <location filename="../../app/presets.py" />
            <source>The file of presets {name} {why}: there are none now.</source>
            <translation>预设文件 {name} {why}：现在没有预设。</translation>
        </message>
        <message>
            <location filename="../../app/presets.py" />
            <source>The presets could not be saved to {path}: {strerror}.</source>
            <translation>预设无法保存到 {path}：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../app/presets.py" />
            <source>The presets were not saved: {path}, which could not be read, cannot be set aside.</source>
            <translation>预设未保存：{path} 无法读取，也无法另行保存。</translation>
        </message>
        <message>
            <location filename="../../app/recovering.py" />
            <source>Reading the journal: {done:,} of {whole:,} entries.</source>
            <translation>正在读取流水：{done:,} / {whole:,} 条。</translation>
        </message>
        <message>
            <location filename="../../app/recovering.py" />
            <source>the start was cancelled while the journal was read; nothing was changed, and the next start reads it again</source>
            <translation>启动在读取流水时被取消；没有任何改动，下次启动将重新读取</translation>
        </message>
        <message>
            <location filename="../../app/recovery_window.py" />
            <source>Cancel the start</source>
            <translation>取消启动</translation>
        </message>
        <message>
            <location filename="../../app/recovery_window.py" />
            <source>Nothing is changed; the next start reads again (Esc)</source>
            <translation>不作任何改动；下次启动重新读取（Esc）</translation>
        </message>
        <message>
            <location filename="../../app/recovery_window.py" />
            <source>Quarterdeck is putting the desk together</source>
            <translation>Quarterdeck 正在恢复交易台</translation>
        </message>
        <message>
            <location filename="../../app/recovery_window.py" />
            <source>What happened since the last snapshot is read from the journal, so that every order, position and limit stands where it stood.</source>
            <translation>正从流水读取上次快照之后发生的一切，使每笔委托、每个持仓和每项限额都恢复原状。</translation>
        </message>
        <message>
            <location filename="../../app/recovery_window.py" />
            <source>about {seconds} s left</source>
            <translation>约剩 {seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../app/recovery_window.py" />
            <source>{done} of {whole} entries</source>
            <translation>{done} / {whole} 条</translation>
        </message>
        <message>
            <location filename="../../app/rehearsal.py" />
            <source>a restart would not find it stopped</source>
            <translation>重启后不会发现它已停止</translation>
        </message>
        <message>
            <location filename="../../app/rehearsal.py" />
            <source>it did not block</source>
            <translation>它没有拦截</translation>
        </message>
        <message>
            <location filename="../../app/rehearsal.py" />
            <source>it did not verify</source>
            <translation>它没有核实</translation>
        </message>
        <message>
            <location filename="../../app/rehearsal.py" />
            <source>it let a new order out early</source>
            <translation>它过早放行了新委托</translation>
        </message>
        <message>
            <location filename="../../app/rehearsal.py" />
            <source>it stayed engaged</source>
            <translation>它一直没有解除</translation>
        </message>
        <message>
            <location filename="../../app/rehearsal.py" />
            <source>no order went out</source>
            <translation>没有委托发出</translation>
        </message>
        <message>
            <location filename="../../app/rehearsal.py" />
            <source>one person released it</source>
            <translation>一个人就解除了它</translation>
        </message>
        <message>
            <location filename="../../app/rehearsal.py" />
            <source>{gone} of {hit} orders were cancelled</source>
            <translation>{hit} 笔委托中撤了 {gone} 笔</translation>
        </message>
        <message>
            <location filename="../../app/rehearsing.py" />
            <source>The rehearsal of the kill switch failed: {problem}. Do not trade before somebody has looked.</source>
            <translation>急停演练失败：{problem}。有人查看之前请勿交易。</translation>
        </message>
        <message>
            <location filename="../../app/runtime.py" />
            <source>An unfinished run of {abandoned} was ended, because another session was chosen.</source>
            <translation>一次未完成的 {abandoned} 运行已结束，因为选了另一个会话。</translation>
        </message>
        <message>
            <location filename="../../app/runtime.py" />
            <source>Journal: {torn}.</source>
            <translation>流水：{torn}。</translation>
        </message>
        <message>
            <location filename="../../app/runtime.py" />
            <source>Playing {title}.</source>
            <translation>正在播放 {title}。</translation>
        </message>
        <message>
            <location filename="../../app/runtime.py" />
            <source>The kill switch is engaged ({source_is}).</source>
            <translation>急停已触发（{source_is}）。</translation>
        </message>
        <message>
            <location filename="../../app/runtime.py" />
            <source>The last run did not end cleanly: going on at message {messages:,} with {open} open order{s} of ours.</source>
            <translation>上次运行没有正常结束：从第 {messages:,} 条消息继续，我方有 {open} 笔未了结委托。</translation>
        </message>
        <message>
            <location filename="../../app/runtime.py" />
            <source>The settings file is not used: {what}; defaults are in force, and {kept}.</source>
            <translation>设置文件未被采用：{what}；使用默认值，{kept}。</translation>
        </message>
        <message>
            <location filename="../../app/runtime.py" />
            <source>it is kept as {aside}</source>
            <translation>原文件留存为 {aside}</translation>
        </message>
        <message>
            <location filename="../../app/runtime.py" />
            <source>it stays where it is</source>
            <translation>原文件留在原处</translation>
        </message>
        <message>
            <location filename="../../app/runtime.py" />
            <source>no calendar {calendar!r}: give the path of a .toml file, or one of the bundled ones: {names}</source>
            <translation>没有日历 {calendar!r}：请给出 .toml 文件路径，或自带日历之一：{names}</translation>
        </message>
        <message>
            <location filename="../../app/runtime.py" />
            <source>no session {session!r}: give the path of a .tape file, or one of the bundled sessions: {names}</source>
            <translation>没有会话 {session!r}：请给出 .tape 文件路径，或自带会话之一：{names}</translation>
        </message>
        <message>
            <location filename="../../app/runtime.py" />
            <source>{part} ({source_is}).</source>
            <translation>{part}（{source_is}）。</translation>
        </message>
        <message>
            <location filename="../../app/screens.py" />
            <source>A screen is gone. Windows that stand on another one now: {count}.</source>
            <translation>一个屏幕已断开。现移至其他屏幕的窗口：{count}。</translation>
        </message>
        <message>
            <location filename="../../app/screens.py" />
            <source>The screen is back. Windows that went back to it: {count}.</source>
            <translation>屏幕已恢复。移回该屏幕的窗口：{count}。</translation>
        </message>
        <message>
            <location filename="../../app/seat.py" />
            <source>sign in first</source>
            <translation>请先登录</translation>
        </message>
        <message>
            <location filename="../../app/seat.py" />
            <source>the terminal is locked</source>
            <translation>终端已锁定</translation>
        </message>
        <message>
            <location filename="../../app/seat.py" />
            <source>this person only reads</source>
            <translation>此人只能查看</translation>
        </message>
        <message>
            <location filename="../../app/setting_values.py" />
            <source>NAME:PORT with a port from 1 to 65535, like COINBASE:7001</source>
            <translation>NAME:PORT，端口 1 到 65535，如 COINBASE:7001</translation>
        </message>
        <message>
            <location filename="../../app/setting_values.py" />
            <source>WIDTHxHEIGHT from 800x500 to 7680x4320</source>
            <translation>WIDTHxHEIGHT，800x500 到 7680x4320</translation>
        </message>
        <message>
            <location filename="../../app/setting_values.py" />
            <source>a number above zero, written in quotes if it has a decimal point ("0.5")</source>
            <translation>大于零的数字，带小数点时写在引号里（"0.5"）</translation>
        </message>
        <message>
            <location filename="../../app/setting_values.py" />
            <source>a number from 0.1 to 100, or max</source>
            <translation>0.1 到 100 的数字，或 max</translation>
        </message>
        <message>
            <location filename="../../app/setting_values.py" />
            <source>a number of seconds from 0 to 86400</source>
            <translation>0 到 86400 的秒数</translation>
        </message>
        <message>
            <location filename="../../app/setting_values.py" />
            <source>a time of day and a time zone, like 17:00 America/New_York</source>
            <translation>时刻和时区，如 17:00 America/New_York</translation>
        </message>
        <message>
            <location filename="../../app/setting_values.py" />
            <source>a whole number from {low} to {high}</source>
            <translation>{low} 到 {high} 的整数</translation>
        </message>
        <message>
            <location filename="../../app/setting_values.py" />
            <source>one of </source>
            <translation>以下之一：</translation>
        </message>
        <message>
            <location filename="../../app/setting_values.py" />
            <source>some text</source>
            <translation>一些文字</translation>
        </message>
        <message>
            <location filename="../../app/setting_values.py" />
            <source>sqlite:///FILE, postgresql://USER@HOST/NAME or off</source>
            <translation>sqlite:///FILE、postgresql://USER@HOST/NAME 或 off</translation>
        </message>
        <message>
            <location filename="../../app/setting_values.py" />
            <source>true or false</source>
            <translation>true 或 false</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>0.1 to 100, or max for as fast as possible.</source>
            <translation>0.1 到 100，max 为尽快播放。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>A snapshot is written after so many entries, by a process of its own.</source>
            <translation>每隔这么多条目写一次快照，由单独的进程完成。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>A venue in a process of its own (app.venue_process). Orders go there once two people have said so.</source>
            <translation>在自己进程里的场所（app.venue_process）。两人同意后委托才发往那里。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Account cash</source>
            <translation>账户资金</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Allowed distance of a price from the last trade.</source>
            <translation>价格偏离最新成交价的允许幅度。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Calendar</source>
            <translation>日历</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Closed parts of the journal with market messages only go when older; 0: never.</source>
            <translation>只含行情的旧流水段超过此天数才删除；0：永不删除。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Collar bp</source>
            <translation>价格笼子基点</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Colours: classic is green and red, else blue and orange.</source>
            <translation>颜色：classic 为绿与红，其余为蓝与橙。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Core</source>
            <translation>核心</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Daily loss bp</source>
            <translation>日亏损基点</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Dead man s</source>
            <translation>失联停止秒数</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Density</source>
            <translation>密度</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Disk low mb</source>
            <translation>磁盘预警 MB</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Disk stop mb</source>
            <translation>磁盘停止 MB</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Drawdown bp</source>
            <translation>回撤基点</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Durability</source>
            <translation>持久性</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>End a headless run by printing one JSON object, and nothing else.</source>
            <translation>无界面运行结束时只输出一个 JSON 对象。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Environment</source>
            <translation>环境</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Font scale</source>
            <translation>字号</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>For yearly Sharpe and Sortino: 365 where trading never stops, 252 with weekends and holidays.</source>
            <translation>用于年化夏普和索提诺：从不休市取 365，有周末和假日取 252。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Frame rate</source>
            <translation>帧率</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>GB</source>
            <translation>GB</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Headless</source>
            <translation>无界面</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Height of rows and controls.</source>
            <translation>行和控件的高度。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>How it runs</source>
            <translation>运行方式</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>How often the screen is drawn.</source>
            <translation>屏幕刷新频率。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Journal head</source>
            <translation>流水首部</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Json</source>
            <translation>JSON</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Keep market days</source>
            <translation>行情保留天数</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Keep market gb</source>
            <translation>行情保留 GB</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Keep years</source>
            <translation>记录保留年数</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Kill on unknown fill</source>
            <translation>未知成交触发急停</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Largest order by worth at its worst price.</source>
            <translation>按最差价格计算的最大委托金额。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Largest order.</source>
            <translation>单笔最大委托量。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Largest position as a share of the account's equity; 0: any.</source>
            <translation>持仓占账户权益的最大比例；0：不限。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Largest position, working orders included.</source>
            <translation>最大持仓，含挂单。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Least important kind of log line that is kept.</source>
            <translation>保留的日志的最低级别。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Less room than this on the journal's disk is told.</source>
            <translation>流水磁盘空间少于此值时提示。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Limits of a first simulation</source>
            <translation>首次模拟的限额</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Lock after s</source>
            <translation>锁定秒数</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Log folder</source>
            <translation>日志文件夹</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Log level</source>
            <translation>日志级别</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Loss from the best above which orders may only reduce; 0: none.</source>
            <translation>自最高点亏损超过此值后只许减仓；0：不设。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Loss of the day above which orders may only reduce; 0: none.</source>
            <translation>当日亏损超过此值后只许减仓；0：不设。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>MB</source>
            <translation>MB</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Max open orders</source>
            <translation>最多挂单数</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Max order qty</source>
            <translation>最大委托量</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Max order value</source>
            <translation>最大委托金额</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Max position</source>
            <translation>最大持仓</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Max positions</source>
            <translation>最多持仓合约数</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Most instruments held at once; 0: any.</source>
            <translation>同时最多持有的合约数；0：不限。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Most orders open at once.</source>
            <translation>同时最多挂单数。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>No new risk outside continuous trading, so long after it began and before it ends; 0: none.</source>
            <translation>连续交易以外的时段、其开始后和结束前这么长的时间内不接受新风险；0：无。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>No new risk when the market's newest message is older; 0: any.</source>
            <translation>市场最新消息早于此值时不许新增风险；0：不限。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>No window: core, session, a status line a second, a summary.</source>
            <translation>不开窗口：只有核心、会话、每秒一行状态和总结。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Notifications</source>
            <translation>通知</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Orders, fills, positions and the audit trail as SQL tables; default: history.db in the data folder.</source>
            <translation>以 SQL 表保存委托、成交、持仓和审计轨迹；默认：数据文件夹下的 history.db。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Outside answer s</source>
            <translation>外部答复秒数</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Outside venue</source>
            <translation>外部场所</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Position share bp</source>
            <translation>持仓占比基点</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Price age s</source>
            <translation>价格时效秒数</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Quiet minutes</source>
            <translation>静默分钟</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Records of orders, positions, limits and who did what are kept so long.</source>
            <translation>委托、持仓、限额和谁做了什么的记录保留这么久。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Render the real window offscreen after --seconds (20), save it as PNG, exit.</source>
            <translation>在 --seconds（20）之后离屏渲染真实窗口，存为 PNG 并退出。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Scale</source>
            <translation>缩放</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Second place of the journal's head, best on another disk; default: journal.head in the data folder.</source>
            <translation>流水首部的第二存放处，最好在另一块磁盘；默认：数据文件夹下的 journal.head。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Seconds</source>
            <translation>秒数</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Session time in which an outside venue must answer; then the order is in doubt, told, and asked for; 0: any.</source>
            <translation>外部场所须在此会话时间内答复；否则委托存疑、告知并查询；0：不限。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Shot</source>
            <translation>截图</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Size of everything in the window.</source>
            <translation>窗口中一切的大小。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Size of the window.</source>
            <translation>窗口大小。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Size of type, and of rows and columns with it; scale makes everything larger, from the next start on.</source>
            <translation>字的大小，行和列随之；缩放则放大一切，下次启动生效。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Snapshot every</source>
            <translation>快照间隔</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Sound volume</source>
            <translation>音量</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Sounds for fills, refusals, alerts and stops; 0: none.</source>
            <translation>成交、拒绝、警报和停止的声音；0：无。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Stop by itself after so much wall time; 0: play to the end.</source>
            <translation>运行这么久（实际时间）后自行停止；0：播放到底。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>The kill switch is engaged when the window has not responded for so long; 0: never.</source>
            <translation>窗口这么久没有响应即触发急停；0：从不。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>The oldest of them go when all of them are more; 0: without end.</source>
            <translation>总量超过时先删最旧的；0：不限。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>The record and its disk</source>
            <translation>记录与磁盘</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>The terminal locks when nobody has touched it for so long, once there are accounts; 0: never.</source>
            <translation>有账户之后，这么久无人操作终端即锁定；0：从不。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>The window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Trading day ends</source>
            <translation>交易日结束</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Trading days a year</source>
            <translation>每年交易日数</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Watchdog</source>
            <translation>看门狗</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>What is played</source>
            <translation>播放内容</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>What the simulated account begins with; shares and losses count against it.</source>
            <translation>模拟账户的初始资金；占比和亏损以此计算。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>When a trading day ends, for P&amp;L by day and statistics by hour; like 17:00 America/New_York.</source>
            <translation>交易日何时结束，用于每日盈亏和分时统计；如 17:00 America/New_York。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>When the market is in which phase: a calendar of resources/calendars, or a .toml file.</source>
            <translation>市场何时处于哪个阶段：resources/calendars 中的日历，或 .toml 文件。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Where journal, kill latch, layout and logs live; default: the platform's own place.</source>
            <translation>流水、急停锁存、布局和日志所在处；默认：系统规定的位置。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>Where logs go; default: logs in the data folder.</source>
            <translation>日志去处；默认：数据文件夹下的 logs。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>With less than this new orders are refused.</source>
            <translation>少于此值时拒绝新委托。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>auto: compiled when it was built from these very sources, else plain Python; plain, compiled: that one or none.</source>
            <translation>auto：由这些源代码编译过就用编译版，否则用 Python；plain、compiled：只用该版，否则不启动。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>base</source>
            <translation>基础货币</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>coinbase-btcusd-2018-07-13 (recorded), practice-six (six made-up markets), or the path of a .tape file.</source>
            <translation>coinbase-btcusd-2018-07-13（录制）、practice-six（六个虚构市场），或 .tape 文件的路径。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>days</source>
            <translation>天</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>development, staging or production; shown in the banner.</source>
            <translation>development、staging 或 production；显示在顶栏。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>durable: nothing of ours is shown before it is on disk.</source>
            <translation>durable：我方的任何内容落盘之前都不显示。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>entries</source>
            <translation>条目</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>file</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>frames/s</source>
            <translation>帧/秒</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>instruments</source>
            <translation>个合约</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>min</source>
            <translation>分钟</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>name and port</source>
            <translation>名称和端口</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>name or file</source>
            <translation>名称或文件</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>on: a stop button in a small window and a process of its own, which work when the terminal does not.</source>
            <translation>on：独立小窗口、独立进程中的停止按钮，终端失灵时仍有效。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>on: the desktop tells of refusals, alerts and stops while no window of the terminal is in front.</source>
            <translation>on：终端窗口不在前台时，由桌面通知拒绝、警报和停止。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>on: the kill switch is engaged when an outside venue has a fill that we never heard of.</source>
            <translation>on：外部场所有我方从未听说的成交时触发急停。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>orders</source>
            <translation>笔</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>px</source>
            <translation>像素</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>quote</source>
            <translation>计价货币</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>s</source>
            <translation>秒</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>system: the desktop's; else English or Chinese.</source>
            <translation>system：桌面的语言；否则英文或中文。</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>time and zone</source>
            <translation>时刻和时区</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>x real time</source>
            <translation>倍实时</translation>
        </message>
        <message>
            <location filename="../../app/settings.py" />
            <source>years</source>
            <translation>年</translation>
        </message>
        <message>
            <location filename="../../app/settings_file.py" />
            <source>cannot read configuration file {path}: {error}</source>
            <translation>无法读取配置文件 {path}：{error}</translation>
        </message>
        <message>
            <location filename="../../app/settings_file.py" />
            <source>configuration file {path} does not exist</source>
            <translation>配置文件 {path} 不存在</translation>
        </message>
        <message>
            <location filename="../../app/settings_file.py" />
            <source>configuration file {path} is not TOML: {error}</source>
            <translation>配置文件 {path} 不是 TOML：{error}</translation>
        </message>
        <message>
            <location filename="../../app/settings_file.py" />
            <source>{path}, line {line}, {key}</source>
            <translation>{path}，第 {line} 行，{key}</translation>
        </message>
        <message>
            <location filename="../../app/settings_file.py" />
            <source>{path}, line {line}: this is not text that can be read; save the file as plain text (UTF-8) in an editor, or take another one</source>
            <translation>{path}，第 {line} 行：这不是可读的文本；请在编辑器中将其存为纯文本（UTF-8），或换一个文件</translation>
        </message>
        <message>
            <location filename="../../app/settings_file.py" />
            <source>{place}: unknown setting; expected one of {known}</source>
            <translation>{place}：未知设置；应为以下之一：{known}</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>Chosen before the file is read: --data, or the platform's own place</source>
            <translation>在读取文件之前就已选定：--data，或系统规定的位置</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>Every setting written to {name}.</source>
            <translation>全部设置已写入 {name}。</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>Every setting, defaults too (*.toml)</source>
            <translation>全部设置，含默认值 (*.toml)</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>Expected {expected}.</source>
            <translation>应为{expected}。</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>Export settings</source>
            <translation>导出设置</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>Import settings</source>
            <translation>导入设置</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>No setting differs from the defaults: {name} says so and sets nothing.</source>
            <translation>没有设置与默认值不同：{name} 如此注明，不设置任何内容。</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>Not exported: {strerror}. Choose another place.</source>
            <translation>未导出：{strerror}。请选别的位置。</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>Not saved: {why}.</source>
            <translation>未保存：{why}。</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>Nothing was imported: {problem}.</source>
            <translation>什么都没有导入：{problem}。</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>Set by {source_is}, which comes before the file</source>
            <translation>由 {source_is} 设定，优先于文件</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>TOML (*.toml)</source>
            <translation>TOML (*.toml)</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>The command line or the environment keeps its own: {fixed}.</source>
            <translation>命令行或环境变量保留其值：{fixed}。</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>The file before is kept as {aside}.</source>
            <translation>原文件保留为 {aside}。</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>What differs from the defaults (*.toml)</source>
            <translation>与默认值不同的设置 (*.toml)</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>the file</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>the last layout</source>
            <translation>上次的布局</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>{count} settings that differ from the defaults written to {name}.</source>
            <translation>{count} 项与默认值不同的设置已写入 {name}。</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>{place}: expected {expected}, found {raw!r}</source>
            <translation>{place}：应为{expected}，却是 {raw!r}</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>{values} settings imported and in force, but these from the next start on: {later}.</source>
            <translation>已导入 {values} 项设置并生效，以下从下次启动起生效：{later}。</translation>
        </message>
        <message>
            <location filename="../../app/settings_panel.py" />
            <source>{values} settings imported and in force.</source>
            <translation>已导入 {values} 项设置并生效。</translation>
        </message>
        <message>
            <location filename="../../app/sheets.py" />
            <source>About Quarterdeck</source>
            <translation>关于 Quarterdeck</translation>
        </message>
        <message>
            <location filename="../../app/sheets.py" />
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
        <message>
            <location filename="../../app/signing.py" />
            <source>The accounts could not be used: {error}.</source>
            <translation>无法使用账户：{error}。</translation>
        </message>
        <message>
            <location filename="../../app/tape_player.py" />
            <source>The tape was played again to that time, and stands there. {key} lets it go on.</source>
            <translation>行情已重播到该时间并停在那里。按 {key} 继续。</translation>
        </message>
        <message>
            <location filename="../../app/terminal.py" />
            <source>Fonts that could not be loaded: {names}. Another is used, and figures may not line up.</source>
            <translation>无法加载的字体：{names}。已改用其他字体，数字可能无法对齐。</translation>
        </message>
        <message>
            <location filename="../../app/terminal.py" />
            <source>No outside venue is set: start with --outside-venue NAME:PORT.</source>
            <translation>未设外部场所：请用 --outside-venue NAME:PORT 启动。</translation>
        </message>
        <message>
            <location filename="../../app/terminal.py" />
            <source>Panel {key} failed and is off; everything else goes on. Details are in the log.</source>
            <translation>面板 {key} 出错，已关闭；其余照常。详情见日志。</translation>
        </message>
        <message>
            <location filename="../../app/terminal.py" />
            <source>Quarterdeck {version}, core: {said}</source>
            <translation>Quarterdeck {version}，核心：{said}</translation>
        </message>
        <message>
            <location filename="../../app/terminal.py" />
            <source>panel {key}</source>
            <translation>面板 {key}</translation>
        </message>
        <message>
            <location filename="../../app/terminal.py" />
            <source>the screen is gone: the terminal has closed in order, the journal is whole</source>
            <translation>屏幕已断开：终端已按顺序关闭，流水完整</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>1 of 6: this is a recorded market</source>
            <translation>1/6：这是录制的市场</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>2 of 6: the market</source>
            <translation>2/6：市场</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>3 of 6: your first order</source>
            <translation>3/6：第一笔委托</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>4 of 6: filled</source>
            <translation>4/6：已成交</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>5 of 6: an order that waits</source>
            <translation>5/6：等待的委托</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>6 of 6: your first stop</source>
            <translation>6/6：第一次急停</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>A small buy order at a price that trades; you send it</source>
            <translation>一笔能成交的小额买单；由你发送</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>A small buy order well below the market, so that it waits; you send it</source>
            <translation>一笔远低于市价的小额买入委托，让它等待；由您发送</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Begin</source>
            <translation>开始</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Chart, depth, ladder and time and sales follow the instrument chosen in the watchlist, because they carry the same letter in their title. A click on the letter links or unlinks a panel.</source>
            <translation>图表、深度、价格阶梯和逐笔成交跟随自选中选中的合约，因为它们的标题带有同一个字母。点击字母可联动或取消联动。</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>End the tour</source>
            <translation>结束引导</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Ends the tour (Esc)</source>
            <translation>结束引导（Esc）</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Fill in the ticket</source>
            <translation>填好下单面板</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Fills has the trade, Positions what it made of you, and the chart a mark where it happened. {palette} finds every action by a few of its letters, {help} opens the page about the panel in focus.</source>
            <translation>成交面板有这笔交易，持仓面板显示由此形成的持仓，图表在发生处有标记。{palette} 用几个字母查找任何操作，{help} 打开当前面板的说明页。</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>In the order ticket choose Buy, a small quantity and a price at the ask or a little above, then send. The tour goes on by itself when it is filled.</source>
            <translation>在下单面板选买入、较小的数量、等于卖价或略高的价格，然后发送。成交后引导自动继续。</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>It runs over the recorded session that is playing now; no real market is reached.</source>
            <translation>它在正在播放的录制会话上进行，不接触真实市场。</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>It stays in the Help menu (Esc)</source>
            <translation>它留在“帮助”菜单里（Esc）</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>New here? A tour of two minutes ends with your first filled order and your first stop.</source>
            <translation>第一次来？两分钟的引导以你的第一笔成交和第一次停止收尾。</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Not now</source>
            <translation>暂不</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Nothing here is real money. The strip on top always says so: LIVE SIM is a recorded session through the embedded exchange. {pause} pauses it, {faster} and {slower} change its speed.</source>
            <translation>这里没有真钱。顶部的状态条始终说明这一点：“实时模拟”是经内置交易所回放的录制行情。{pause} 暂停，{faster} 和 {slower} 改变速度。</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Press {stop} twice, or press and hold the red button. Every working order is cancelled and nothing new passes. The tour ends when it has taken hold.</source>
            <translation>按两次 {stop}，或按住红色按钮。所有活动委托都会撤销，新委托一律不通过。急停生效后导览结束。</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Send a second order, with a price well below the bid. Nobody sells so low: it stays under Orders as Working, with a mark in the ladder and the chart, until you or a stop cancel it.</source>
            <translation>再发送一笔委托，价格远低于买一价。没有人卖得这么低：它留在“委托”中，状态为已挂单，在价格阶梯和图表上有标记，直到您或急停撤销它。</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Six steps</source>
            <translation>六步</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>That was the tour: a filled order and a stop.</source>
            <translation>引导结束：一笔成交，一次停止。</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>The next step</source>
            <translation>下一个步骤</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>There is no price yet to fill the ticket with: wait a moment, or resume the session.</source>
            <translation>还没有价格可填：请稍等，或继续会话。</translation>
        </message>
        <message>
            <location filename="../../app/tour.py" />
            <source>Trading comes back in stages, after two people agreed: the Stops panel and its page ({help}) say how. In this demo you may be both: change person from the Session menu.</source>
            <translation>交易在两人同意后分阶段恢复：停止面板及其说明页（{help}）讲明做法。在本演示中两人可以都是您：从会话菜单更换人员。</translation>
        </message>
        <message>
            <location filename="../../app/tray.py" />
            <source>Show the window</source>
            <translation>显示窗口</translation>
        </message>
        <message>
            <location filename="../../app/watchdog.py" />
            <source>not latched: {error}</source>
            <translation>未锁存：{error}</translation>
        </message>
        <message>
            <location filename="../../app/watchdog.py" />
            <source>there is no kill latch file</source>
            <translation>没有急停锁存文件</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>Blocks every new order and cancels all of ours. Two presses within 3 s, or hold it for 1 s.</source>
            <translation>拦截所有新委托并撤销我方全部委托。3 秒内按两次，或按住 1 秒。</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>Kill switch: {word}</source>
            <translation>急停：{word}</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>New orders pass the gate.</source>
            <translation>新委托可通过风控。</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>PRESS AGAIN</source>
            <translation>再按一次</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>Quarterdeck stop bar</source>
            <translation>Quarterdeck 停止条</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>Quarterdeck stop · {name}</source>
            <translation>Quarterdeck 停止 · {name}</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>STOP</source>
            <translation>紧急停止</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>STOP…</source>
            <translation>停止…</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>Show the stop button. {headline}. {kill}</source>
            <translation>显示停止按钮。{headline}。{kill}</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>Shows the stop button; a drag moves it</source>
            <translation>显示急停按钮；拖动可移动</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>press twice, or hold 1 s</source>
            <translation>按两次，或按住 1 秒</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_view.py" />
            <source>to stop everything</source>
            <translation>停止一切</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>Closing</source>
            <translation>正在关闭</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>Core {age_s:.1f} s ago · entry {count} · {count_2} open</source>
            <translation>核心 {age_s:.1f} 秒前 · 条目 {count} · 未了结 {count_2}</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>ENGAGED</source>
            <translation>已触发</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>It may be stuck. STOP latches all the same.</source>
            <translation>可能卡住了。停止照样锁存。</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>It takes nothing more; see the terminal.</source>
            <translation>不再接受任何指令；请看终端。</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>KILL SWITCH ENGAGED</source>
            <translation>急停已触发</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>KILL SWITCH LATCHED</source>
            <translation>急停已锁存</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>KILL SWITCH NOT LATCHED</source>
            <translation>急停未锁存</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>KILL SWITCH RELEASED</source>
            <translation>急停已解除</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>KILL SWITCH UNKNOWN</source>
            <translation>急停状态未知</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>LATCHED</source>
            <translation>已锁存</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>No heartbeat</source>
            <translation>没有心跳</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>Orders at outside venues may still work.</source>
            <translation>外部场所的委托可能仍有效。</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>PART STOPPED</source>
            <translation>部分急停</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>Running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>Session ended</source>
            <translation>会话已结束</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>Starting</source>
            <translation>正在启动</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>The core goes on, with {count} orders open.</source>
            <translation>核心照常运行，有 {count} 笔委托未了结。</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>The core has stopped</source>
            <translation>核心已停止</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>The core is silent for {age_s:.1f} s</source>
            <translation>核心已 {age_s:.1f} 秒无声</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>The next start is stopped.</source>
            <translation>下次启动时处于停止状态。</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>The terminal has died</source>
            <translation>终端已终止</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>The terminal is not seen. STOP works.</source>
            <translation>看不到终端。停止仍有效。</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>Waiting for the first heartbeat.</source>
            <translation>等待第一次心跳。</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>Window stuck for {now_ns:.0f} s</source>
            <translation>窗口卡住 {now_ns:.0f} 秒</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>by {source_is}</source>
            <translation>由 {source_is}</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>new orders are refused</source>
            <translation>新委托被拒</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>press again to latch anew</source>
            <translation>再按可重新锁存</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>the core has not followed yet</source>
            <translation>核心尚未跟上</translation>
        </message>
        <message>
            <location filename="../../app/watchdog_words.py" />
            <source>{part}, by {source_is}</source>
            <translation>{part}，由 {source_is}</translation>
        </message>
        <message>
            <location filename="../../app/watching.py" />
            <source>The watchdog could not be started ({strerror}): its stop button is missing.</source>
            <translation>看门狗无法启动（{strerror}）：没有它的停止按钮。</translation>
        </message>
        <message>
            <location filename="../../app/watching.py" />
            <source>The watchdog has ended: its stop button is gone until the next start. The one here works.</source>
            <translation>看门狗已结束：它的停止按钮要到下次启动才有。这里的仍有效。</translation>
        </message>
        <message>
            <location filename="../../app/window.py" />
            <source>No panel has the focus: click into one, or go to it by its key.</source>
            <translation>没有面板处于焦点：请点进一个，或按它的键。</translation>
        </message>
        <message>
            <location filename="../../app/window.py" />
            <source>Operator terminal for electronic trading.</source>
            <translation>电子交易操作终端。</translation>
        </message>
        <message>
            <location filename="../../app/window.py" />
            <source>Tape control</source>
            <translation>行情回放控制</translation>
        </message>
        <message>
            <location filename="../../app/window.py" />
            <source>disarmed: the window was covered</source>
            <translation>已停用：窗口曾被遮住</translation>
        </message>
        <message>
            <location filename="../../app/window.py" />
            <source>{title} can stand only once, or stands nine times already.</source>
            <translation>{title}只能开一个，或已开满九个。</translation>
        </message>
        <message>
            <location filename="../../app/workspace.py" />
            <source>, and the file is kept as {aside}</source>
            <translation>，文件留存为 {aside}</translation>
        </message>
        <message>
            <location filename="../../app/workspace.py" />
            <source>The layout could not be saved to {path}: {strerror}.</source>
            <translation>布局无法保存到 {path}：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../app/workspace.py" />
            <source>The saved layout names panels that do not exist here: {unknown}.</source>
            <translation>已保存的布局提到这里没有的面板：{unknown}。</translation>
        </message>
        <message>
            <location filename="../../app/workspace.py" />
            <source>The saved layout {name} {why}: the built-in one is shown{where}.</source>
            <translation>已保存的布局 {name} {why}：显示内置布局{where}。</translation>
        </message>
        <message>
            <location filename="../../app/workspace.py" />
            <source>The workspace {name} could not be deleted: {strerror}.</source>
            <translation>无法删除工作区“{name}”：{strerror}。</translation>
        </message>
        <message>
            <location filename="../../app/workspace.py" />
            <source>There is no workspace {name}.</source>
            <translation>没有工作区“{name}”。</translation>
        </message>
        <message>
            <location filename="../../app/workspace.py" />
            <source>What {panels} kept could not be read; as built in now.</source>
            <translation>无法读取 {panels} 所保存的内容；现按内置显示。</translation>
        </message>
        <message>
            <location filename="../../app/workspace.py" />
            <source>holds no usable panel layout</source>
            <translation>没有可用的面板布局</translation>
        </message>
        <message>
            <location filename="../../app/workspace.py" />
            <source>{name} is built in and stays.</source>
            <translation>“{name}”是内置的，不能删除。</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>A workspace needs a name.</source>
            <translation>工作区需要名称。</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>A workspace's name is at most {name_length} characters that can be seen.</source>
            <translation>工作区名称最多 {name_length} 个可见字符。</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>a newer</source>
            <translation>较新</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>an older</source>
            <translation>较旧</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>has a panel in two places</source>
            <translation>有面板出现在两处</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>has no first window, or one twice</source>
            <translation>没有第一个窗口，或有两个</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>is far too large to be one</source>
            <translation>过大，不可能是布局</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>is not a layout ({error})</source>
            <translation>不是布局（{error}）</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>is not readable ({strerror})</source>
            <translation>无法读取（{strerror}）</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>links a panel to a group that does not exist ({names})</source>
            <translation>把面板联动到不存在的组（{names}）</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>was written by {age} program (version {version}, this one writes {version_2})</source>
            <translation>由{age}的程序写成（版本 {version}，本程序写 {version_2}）</translation>
        </message>
        <message>
            <location filename="../../app/workspace_file.py" />
            <source>{strip} is built in: choose another name.</source>
            <translation>“{strip}”是内置的：请换个名称。</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Bring back the last layout</source>
            <translation>恢复上次布局</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Delete a workspace</source>
            <translation>删除工作区</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Everything stays where it is (Esc)</source>
            <translation>一切保持原位 (Esc)</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Keep it (Enter)</source>
            <translation>保留（Enter）</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Keep this one</source>
            <translation>保留现在的</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Lay out {name} again</source>
            <translation>重新排列 {name}</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Leave it</source>
            <translation>保持不变</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Name of the workspace</source>
            <translation>工作区名称</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>No workspace of yours is saved; the built-in ones stay.</source>
            <translation>没有你保存的工作区；内置的不能删除。</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Nothing is deleted (Esc)</source>
            <translation>什么都不删除（Esc）</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Nothing is kept (Esc)</source>
            <translation>什么都不保留（Esc）</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Panels stand where you had put them; some may have too little room now. The built-in workspace fits what they need.</source>
            <translation>各面板仍在您放置的位置；有些现在可能空间不足。内置工作区会按其所需安排。</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Puts every panel and window where this workspace has them</source>
            <translation>把所有面板和窗口摆到此工作区的位置</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Save this workspace</source>
            <translation>保存此工作区</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Saved: {names}{rest}</source>
            <translation>已保存：{names}{rest}</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>The built-in layout is shown. The last one may be brought back now; if it is what the window died of, keep this one.</source>
            <translation>现在显示内置布局。可以恢复上次的布局；如果窗口正是因它出错，请保留现在的。</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>The built-in workspace; undo brings yours back</source>
            <translation>内置工作区；撤消可恢复您的布局</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>The last layout is forgotten at the next change</source>
            <translation>下次改动时忘掉上次布局</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>The panels as they stood before</source>
            <translation>面板如之前所在</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>The panels on the screen stay as they are</source>
            <translation>屏幕上的面板保持不变</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>The type has another size.</source>
            <translation>字号已改变。</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>The window did not close by itself last time.</source>
            <translation>上次窗口没有自行关闭。</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>There is no layout change to do again.</source>
            <translation>没有可重做的布局改动。</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>There is no layout change to undo.</source>
            <translation>没有可撤销的布局改动。</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>There is no saved workspace {typed!r}.</source>
            <translation>没有已保存的工作区 {typed!r}。</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Where every panel and window stands is kept under a name; the same name replaces.</source>
            <translation>以一个名称记住所有面板和窗口的位置；同名则替换。</translation>
        </message>
        <message>
            <location filename="../../app/workspaces.py" />
            <source>Workspace: {name}</source>
            <translation>工作区：{name}</translation>
        </message>
        <message>
            <location filename="../../widgets/action_keys.py" />
            <source>the menu</source>
            <translation>菜单</translation>
        </message>
        <message>
            <location filename="../../widgets/action_keys.py" />
            <source>{words} ({key})</source>
            <translation>{words}（{key}）</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Acknowledged</source>
            <translation>已确认</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Acknowledged at</source>
            <translation>确认时间</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Acknowledged by</source>
            <translation>确认人</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Active</source>
            <translation>持续中</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Another severity is chosen, or other words are looked for.</source>
            <translation>已选择另一级别，或在查找其他文字。</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Critical</source>
            <translation>严重</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Exchange</source>
            <translation>交易所</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Fill changed</source>
            <translation>成交变更</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>First</source>
            <translation>首次</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Kill switch</source>
            <translation>急停</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Last</source>
            <translation>最新</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Limit</source>
            <translation>限价</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Limits that fill up, triggers, stops, refusals and what the exchange does to our orders appear here, the newest first.</source>
            <translation>将满的限额、触发器、急停、拒绝以及交易所对我方委托所做之事在此显示，最新的在前。</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>No alerts in this run</source>
            <translation>本次运行没有警报</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>None of them is shown</source>
            <translation>一条也未显示</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Note</source>
            <comment>least severe of alerts</comment>
            <translation>提示</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Notes</source>
            <translation>提示</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Over</source>
            <comment>it holds no more</comment>
            <translation>已结束</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Parent order</source>
            <translation>母单</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Refusal</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Scope taken out</source>
            <translation>范围已停用</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Severity</source>
            <translation>级别</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>State</source>
            <comment>of an alert</comment>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Terminal</source>
            <translation>终端</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Time UTC</source>
            <translation>时间 UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Times</source>
            <comment>how often</comment>
            <translation>次数</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Trigger</source>
            <comment>of the kill switch</comment>
            <translation>触发器</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Venue report</source>
            <translation>场所回报</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>Warnings</source>
            <translation>警告</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>acknowledged by {by} at {time}</source>
            <translation>{by} 于 {time} 确认</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>all read</source>
            <translation>全部已读</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>at {time}</source>
            <translation>{time}</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>not acknowledged yet</source>
            <translation>尚未确认</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>the last {most} are kept, older ones are in the log</source>
            <translation>保留最近 {most} 条，更早的在日志中</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>the last {most} are kept, {dropped} older ones are in the log</source>
            <translation>保留最近 {most} 条，另有 {dropped} 条更早的在日志中</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>unread</source>
            <translation>未读</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>{count} times, first at {first}, last at {last}</source>
            <translation>{count} 次，首次 {first}，最近 {last}</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>{count} unread</source>
            <translation>{count} 条未读</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>{kind} shelved, {minutes} min left</source>
            <translation>{kind}已搁置，剩 {minutes} 分钟</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>{shown} of {all} shown</source>
            <translation>显示 {shown} / {all}</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/model.py" />
            <source>–</source>
            <translation>–</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Acknowledge</source>
            <translation>确认</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Acknowledge all</source>
            <translation>全部确认</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Acknowledge all of the chosen severity</source>
            <translation>确认所选级别的全部警报</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Acknowledge the marked alert</source>
            <translation>确认选中的警报</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Acknowledges the {count} unread ones that are shown</source>
            <translation>确认所显示的 {count} 条未读警报</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Alerts</source>
            <translation>警报</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Alerts of every severity</source>
            <translation>各级别的警报</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>CSV (*.csv)</source>
            <translation>CSV（*.csv）</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Choose a severity with unread alerts first</source>
            <translation>请先选择有未读警报的级别</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Export the alerts</source>
            <translation>导出警报</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Go to</source>
            <translation>转到</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Go to what the marked alert is about</source>
            <translation>转到选中警报所指之处</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Its panel, instrument or order (Enter, double click)</source>
            <translation>其面板、合约或委托（Enter、双击）</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Never a critical one: it is told each time</source>
            <translation>严重的从不搁置：每次都告知</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Only this severity: {words}</source>
            <translation>只看此级别：{words}</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Only unread alerts</source>
            <translation>只看未读警报</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Only what nobody acknowledged</source>
            <translation>只看无人确认的</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Search the alerts</source>
            <translation>查找警报</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Shelve</source>
            <translation>搁置</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Shelve the marked alert's kind, or take it back</source>
            <translation>搁置选中警报的类别，或取消搁置</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Shelve {minutes} min</source>
            <translation>搁置 {minutes} 分钟</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Show alerts: {words}</source>
            <translation>显示警报：{words}</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Take back</source>
            <translation>取消搁置</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>The whole of the marked alert</source>
            <translation>选中警报的全文</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Unread</source>
            <translation>未读</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Warnings and notes of its kind are listed, but not told, for {minutes} minutes</source>
            <translation>该类别的警告和提示在 {minutes} 分钟内只列出，不告知</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>What is shown, to a CSV file</source>
            <translation>将所显示的写入 CSV 文件</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>Words of an alert, its kind or a person</source>
            <translation>警报的文字、类别或人员</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>You have read it; it stays in the list, with your name</source>
            <translation>您已阅读；它留在列表中，附您的姓名</translation>
        </message>
        <message>
            <location filename="../../widgets/alerts/view.py" />
            <source>{count} rows exported to {name}.</source>
            <translation>已导出 {count} 行到 {name}。</translation>
        </message>
        <message>
            <location filename="../../widgets/arming.py" />
            <source>disarmed: another instrument</source>
            <translation>已停用：换了合约</translation>
        </message>
        <message>
            <location filename="../../widgets/arming.py" />
            <source>disarmed: idle for a minute</source>
            <translation>已停用：闲置一分钟</translation>
        </message>
        <message>
            <location filename="../../widgets/arming.py" />
            <source>disarmed: kill switch engaged</source>
            <translation>已停用：急停已触发</translation>
        </message>
        <message>
            <location filename="../../widgets/arming.py" />
            <source>disarmed: mode changed</source>
            <translation>已停用：模式改变</translation>
        </message>
        <message>
            <location filename="../../widgets/arming.py" />
            <source>disarmed: the data is stale</source>
            <translation>已停用：行情过时</translation>
        </message>
        <message>
            <location filename="../../widgets/arming.py" />
            <source>kill switch is engaged: release it first</source>
            <translation>急停已触发：请先解除</translation>
        </message>
        <message>
            <location filename="../../widgets/arming.py" />
            <source>no market to trade yet</source>
            <translation>尚无可交易的市场</translation>
        </message>
        <message>
            <location filename="../../widgets/arming.py" />
            <source>not armed: the data is stale</source>
            <translation>未启用：行情过时</translation>
        </message>
        <message>
            <location filename="../../widgets/arming.py" />
            <source>the session has ended</source>
            <translation>会话已结束</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/blocks.py" />
            <source>Core lag p99</source>
            <translation>核心延迟 p99</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/blocks.py" />
            <source>Data age</source>
            <translation>行情延迟</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/blocks.py" />
            <source>Data {age}</source>
            <translation>行情 {age}</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/blocks.py" />
            <source>Day {profit}</source>
            <translation>当日 {profit}</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/blocks.py" />
            <source>Kill switch released</source>
            <translation>急停已解除</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/blocks.py" />
            <source>NO SESSION</source>
            <translation>无会话</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/blocks.py" />
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>, since the run began.</source>
            <translation>，自运行开始。</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>1 waits</source>
            <translation>1 项待批</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>Day P&amp;L, {day}</source>
            <translation>当日盈亏，{day}</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>Kill switch engaged</source>
            <translation>急停已触发</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>LOST {time}</source>
            <translation>断开 {time}</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>Line to {venue}</source>
            <translation>到 {venue} 的连接</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>Lines</source>
            <translation>线路</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>Market data: the recorded session. No feed from outside is connected.</source>
            <translation>行情：录制的会话。未连接任何外部行情。</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>Max</source>
            <translation>最快</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>OVERRIDE</source>
            <translation>强制放行</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>P&amp;L net</source>
            <translation>净盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>REDUCE ONLY</source>
            <translation>只许减仓</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>RELEASED</source>
            <translation>已解除</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>SMALL SIZE</source>
            <translation>小额</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>Signed in</source>
            <translation>已登录</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>The line to {venue} has not been up yet.</source>
            <translation>到 {venue} 的连接尚未建立过。</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>The line to {venue} is down since {time}: what it holds of ours is not known.</source>
            <translation>到 {venue} 的连接自 {time} 起断开：其持有的我方委托状况不明。</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>The line to {venue} is up since {time}.</source>
            <translation>到 {venue} 的连接自 {time} 起正常。</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>Venue</source>
            <translation>场所</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>by {decimal} message{s}</source>
            <translation>{decimal} 条消息</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>development</source>
            <translation>开发</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>embedded</source>
            <translation>内置</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>fees</source>
            <translation>手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>flat</source>
            <translation>空仓</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>gross</source>
            <translation>毛盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>no role</source>
            <translation>无角色</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>nobody</source>
            <translation>无人</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>not up yet</source>
            <translation>尚未连接</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>on hold</source>
            <translation>暂停中</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>production</source>
            <translation>生产</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>realised</source>
            <translation>已实现</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>staging</source>
            <translation>预发布</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>unrealised</source>
            <translation>未实现</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>up</source>
            <comment>a line</comment>
            <translation>正常</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>{able} wait</source>
            <translation>{able} 项待批</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>{age} min</source>
            <translation>{age} 分钟</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>{age} ms</source>
            <translation>{age} 毫秒</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>{count} up</source>
            <translation>{count} 条正常</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>{lag_us:.1f} ms</source>
            <translation>{lag_us:.1f} 毫秒</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>{lag_us} ms</source>
            <translation>{lag_us} 毫秒</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>{mode}. {kill}. {environment}. {title}.</source>
            <translation>{mode}。{kill}。{environment}。{title}。</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>{person} (locked)</source>
            <translation>{person}（已锁定）</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>{scope} +{count}</source>
            <translation>{scope} +{count}</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>{text} late</source>
            <translation>{text}，过迟</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/model.py" />
            <source>{text} slow</source>
            <translation>{text}，偏慢</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/notice.py" />
            <source>Dismiss this notice</source>
            <translation>收起此通知</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/notice.py" />
            <source>Next notice</source>
            <translation>下一条通知</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/notice.py" />
            <source>Next</source>
            <comment>notice</comment>
            <translation>下一条</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/notice.py" />
            <source>Take this notice away</source>
            <translation>收起此通知</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/notice.py" />
            <source>The next of them; this one stays until it is dismissed</source>
            <translation>其中的下一条；这一条在关闭之前一直保留</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/notice.py" />
            <source>{number} of {count}</source>
            <translation>第 {number} 条，共 {count} 条</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>+10 000.00 USD</source>
            <translation>+10 000.00 USD</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>1.0 s late</source>
            <translation>1.0 秒，过迟</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>10.0 ms</source>
            <translation>10.0 毫秒</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>12 unread</source>
            <translation>12 条未读</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>2 wait</source>
            <translation>2 项待批</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>Approvals</source>
            <translation>待批</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>Day P&amp;L</source>
            <translation>当日盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>Journal</source>
            <translation>流水</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>Our own orders changed who traded with whom, so these recorded messages could not happen as recorded. The market from here on is the embedded exchange's, no longer exactly history's.</source>
            <translation>我方委托改变了谁与谁成交，因此这些录制的消息无法照原样发生。从这里起是内置交易所的市场，不再完全等于历史。</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>Rehearsal</source>
            <translation>演练</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>State of the terminal: no session yet</source>
            <translation>终端状态：尚无会话</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>Tape diverged</source>
            <translation>偏离录制</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>Tape diverged {diverged}. {diverged_tip}</source>
            <translation>偏离录制 {diverged}。{diverged_tip}</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>Waiting for the core</source>
            <translation>等待核心</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>by 10 messages</source>
            <translation>10 条消息</translation>
        </message>
        <message>
            <location filename="../../widgets/banner/view.py" />
            <source>durable</source>
            <translation>落盘</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Account</source>
            <translation>账户</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Before fees</source>
            <translation>未扣手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Cash</source>
            <translation>资金</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Cash and what was won or lost since the run began; limits are measured by it</source>
            <translation>资金加上自运行开始的盈亏；限额以此计量</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Day</source>
            <translation>当日</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Equity</source>
            <translation>权益</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Fees</source>
            <translation>手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Gross</source>
            <translation>总市值</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Held</source>
            <translation>暂存</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Instruments held</source>
            <translation>持有合约数</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Loss limit</source>
            <translation>亏损限额</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Net P&amp;L</source>
            <translation>净盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Net held</source>
            <translation>净市值</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>No account has traded yet</source>
            <translation>尚无账户交易</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Open orders</source>
            <translation>挂单数</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Open orders at their limit prices</source>
            <translation>挂单按其限价的金额</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Orders</source>
            <translation>委托</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Paid so far; below zero when rebates were more</source>
            <translation>至今已付；返佣更多时为负</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Realised</source>
            <translation>已实现</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Realised and unrealised, after fees, since the run began</source>
            <translation>已实现和未实现，扣除手续费，自运行开始</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Share of the day's loss limit that is used</source>
            <translation>当日亏损限额的已用比例</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>The first order shows its account here, with what it has made, holds and has working.</source>
            <translation>第一笔委托后，账户显示在这里：盈亏、持仓和挂单。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Unrealised</source>
            <translation>未实现</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>What the account began with</source>
            <translation>账户的初始资金</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Won or lost since the trading day began, as the loss limit has it</source>
            <translation>自交易日开始的盈亏，与亏损限额口径一致</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Working</source>
            <translation>已挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Worth of everything held at its mark, short ones below zero</source>
            <translation>所有持仓按标记价的价值，空头为负</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>Worth of everything held at its mark, without signs</source>
            <translation>所有持仓按标记价的价值，不计正负</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/accounts.py" />
            <source>account</source>
            <translation>账户</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/chooser.py" />
            <source>Backspace: as ever, Esc closes</source>
            <translation>Backspace：恢复原样，Esc 关闭</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/chooser.py" />
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/chooser.py" />
            <source>Space shows, Alt+↑↓ moves,</source>
            <translation>空格显示或隐藏，Alt+↑↓ 移动，</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/chooser.py" />
            <source>grouped</source>
            <translation>已分组</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/chooser.py" />
            <source>hidden</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/chooser.py" />
            <source>shown</source>
            <translation>已显示</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/chooser.py" />
            <source>{words}, {shown}, {width} px</source>
            <translation>{words}，{shown}，{width} 像素</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/chooser.py" />
            <source>←→ width, {sort} sorts, {group} groups,</source>
            <translation>←→ 列宽，{sort} 排序，{group} 分组，</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/conditions.py" />
            <source>{words}: a filter has at most {longest} characters.</source>
            <translation>{words}：筛选最多 {longest} 个字符。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/conditions.py" />
            <source>{words}: a filter has no control characters.</source>
            <translation>{words}：筛选不能含控制字符。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/conditions.py" />
            <source>{words}: type a number of at most {most_digits} digits, such as &gt;5, &lt;=10 or 5..10.</source>
            <translation>{words}：输入最多 {most_digits} 位的数字，如 &gt;5、&lt;=10 或 5..10。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/conditions.py" />
            <source>{words}: type a number on a side of the two dots, such as 5..10.</source>
            <translation>{words}：两点的一侧要有数字，如 5..10。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/conditions.py" />
            <source>{words}: type a word, several with commas, or !word for all others.</source>
            <translation>{words}：输入一个词，多个用逗号分开，!词 表示其余全部。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/conditions.py" />
            <source>{words}: {first} is more than {last}: turn the two round.</source>
            <translation>{words}：{first} 大于 {last}：请对调。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/conditions.py" />
            <source>{words}: {text!r} is no number; type one as &gt;5, &lt;=10 or 5..10.</source>
            <translation>{words}：{text!r} 不是数字；请写成 &gt;5、&lt;=10 或 5..10。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/conditions.py" />
            <source>{words}: {text!r} is no time of day: it ends at 23:59:59.</source>
            <translation>{words}：{text!r} 不是时刻：一天止于 23:59:59。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/conditions.py" />
            <source>{words}: {text!r} is no time of day; type one as &gt;14:30, &lt;9:05:30 or 9..17 (UTC).</source>
            <translation>{words}：{text!r} 不是时刻；请写成 &gt;14:30、&lt;9:05:30 或 9..17（UTC）。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/conditions.py" />
            <source>{words}: {text!r} is out of range.</source>
            <translation>{words}：{text!r} 超出范围。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/conditions.py" />
            <source>{words}: {wrong}.</source>
            <translation>{words}：{wrong}。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>Close the editor</source>
            <translation>关闭改单</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>Leave the order as it is (Esc)</source>
            <translation>委托保持原样（Esc）</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>New limit price</source>
            <translation>新的限价</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>New total quantity</source>
            <translation>新的总数量</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>New total quantity, filled part included</source>
            <translation>新的总数量，含已成交部分</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>New trigger</source>
            <translation>新触发器</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>New trigger: one that the market has reached fires the order at once</source>
            <translation>新触发价：市场已到达的触发价会使委托立即触发</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>Replace</source>
            <translation>改单</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>Replace the order</source>
            <translation>修改委托</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>Replace the order (Enter)</source>
            <translation>修改委托（Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>The order is {lower}: nothing to replace.</source>
            <translation>委托{lower}：没有可改的。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/editor.py" />
            <source>{side} {symbol}, order {order_id}</source>
            <translation>{side} {symbol}，委托 {order_id}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fill_states.py" />
            <source>Busted</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fill_states.py" />
            <source>Corrected</source>
            <translation>已更正</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fill_states.py" />
            <source>Stands</source>
            <comment>a fill</comment>
            <translation>有效</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fill_states.py" />
            <source>busted by the exchange: it counts for nothing</source>
            <translation>成交已被交易所撤销：不计入任何数字</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fill_states.py" />
            <source>corrected by the exchange: it was {qty} at {price}</source>
            <translation>成交已被交易所更正：原为 {qty} @ {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fill_states.py" />
            <source>trade {trade} was busted by the exchange</source>
            <translation>成交 {trade} 已被交易所撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fill_states.py" />
            <source>trade {trade} was corrected by the exchange</source>
            <translation>成交 {trade} 已被交易所更正</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fill_states.py" />
            <source>{qty} of its fills undone, {said}</source>
            <translation>其成交中 {qty} 已被撤销，{said}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fills.py" />
            <source>Copy rows	Ctrl+C</source>
            <translation>复制行	Ctrl+C</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fills.py" />
            <source>Fill</source>
            <translation>成交</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fills.py" />
            <source>Fills</source>
            <translation>成交</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/fills.py" />
            <source>Whole story of the order	Enter</source>
            <translation>委托全程	Enter</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/filter_row.py" />
            <source>&gt;14:30, 9:05..9:20 or 14 (UTC)</source>
            <translation>&gt;14:30、9:05..9:20 或 14（UTC）</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/filter_row.py" />
            <source>&gt;5, &lt;=10, 5..10 or =5</source>
            <translation>&gt;5、&lt;=10、5..10 或 =5</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/filter_row.py" />
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/filter_row.py" />
            <source>Filter of {words}</source>
            <translation>筛选{words}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/filter_row.py" />
            <source>Filters of the columns</source>
            <translation>各列的筛选</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/filter_row.py" />
            <source>a part of it</source>
            <translation>其中一部分</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/filter_row.py" />
            <source>a word of it; several with commas, !word: all others</source>
            <translation>其中的词；多个用逗号分开，!词：其余全部</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/filter_row.py" />
            <source>{words}: {kind}. Tab: next column, Enter: to the rows, Esc: clear.</source>
            <translation>{words}：{kind}。Tab：下一列，Enter：到行，Esc：清除。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/form.py" />
            <source>Price must be more than zero</source>
            <translation>价格必须大于零</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/form.py" />
            <source>The order is no longer working</source>
            <translation>此委托已不在挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/form.py" />
            <source>The trigger must be more than zero</source>
            <translation>触发价必须大于零</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/form.py" />
            <source>{done} is filled already: ask for more, or cancel the order</source>
            <translation>已成交 {done}：请填更大的数量，或撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/head.py" />
            <source>Columns: click sorts, drag moves</source>
            <translation>列：单击排序，拖动移位</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/head.py" />
            <source>{said}
Click sorts, drag moves; the right button: all columns</source>
            <translation>{said}
单击排序，拖动移位；右键：所有列</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>As ever</source>
            <translation>恢复原样</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>CSV file…</source>
            <translation>CSV 文件…</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Columns…</source>
            <translation>列…</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Copy all shown rows</source>
            <translation>复制全部显示的行</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Copy chosen rows	Ctrl+C</source>
            <translation>复制选中的行	Ctrl+C</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Filter row</source>
            <translation>筛选行</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Forget view</source>
            <translation>删除视图</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Group by</source>
            <translation>分组</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Group by {words}</source>
            <translation>按{words}分组</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Hide {words}</source>
            <translation>隐藏{words}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>JSON lines file…</source>
            <translation>JSON 行文件…</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>No groups</source>
            <translation>不分组</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Open all</source>
            <translation>全部展开</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Save view as…</source>
            <translation>视图另存为…</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Shut all</source>
            <translation>全部收起</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/menus.py" />
            <source>Sort by {words}</source>
            <translation>按{words}排序</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/orders.py" />
            <source>Cancel order</source>
            <translation>撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/orders.py" />
            <source>Cancel {count} orders</source>
            <translation>撤 {count} 笔委托</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/orders.py" />
            <source>Choose a working limit or stop order to replace.</source>
            <translation>请选择一笔已挂单的限价或止损委托来改单。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/orders.py" />
            <source>Order</source>
            <translation>委托</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/orders.py" />
            <source>Replace…</source>
            <translation>改单…</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/orders.py" />
            <source>Whole story	Enter</source>
            <translation>全程	Enter</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>A filter for each column; Esc clears one</source>
            <translation>每列一个筛选；Esc 清除</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>CSV, JSON lines or clipboard: every row that passes</source>
            <translation>CSV、JSON 行或剪贴板：所有通过筛选的行</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Clear the filters or Open only to see every {noun}.</source>
            <translation>清除筛选或“只看挂单”，即可看到全部{noun}。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Clear the filters to see every {noun}.</source>
            <translation>清除筛选即可看到全部{noun}。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Columns, groups and saved views</source>
            <translation>列、分组和已存视图</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Enter saves how this panel stands, Esc leaves it</source>
            <translation>Enter 保存此面板现在的样子，Esc 不保存</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Export the shown {noun}s</source>
            <translation>导出所显示的{noun}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Export {name}</source>
            <translation>导出{name}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Exporting {count:,} rows: {percent} %</source>
            <translation>正在导出 {count:,} 行：{percent} %</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Hide what has ended</source>
            <translation>隐藏已结束的</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>JSON lines (*.jsonl)</source>
            <translation>JSON 行（*.jsonl）</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Name of the view</source>
            <translation>视图名称</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Not exported: {why}</source>
            <translation>未导出：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Nothing matches</source>
            <translation>没有符合的</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Open only</source>
            <translation>只看挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Show open orders only</source>
            <translation>只显示未了结的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Stop export</source>
            <translation>停止导出</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>The clipboard takes {rows:,} rows: filter them, or export a file.</source>
            <translation>剪贴板最多 {rows:,} 行：请先筛选，或导出文件。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>its rows are gone, for a new run has begun.</source>
            <translation>其行已不在，因为新的运行已开始。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>{chosen} {noun}{s} copied</source>
            <translation>已复制 {chosen} 条{noun}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>{count:,} rows exported to {name}</source>
            <translation>已导出 {count:,} 行到 {name}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>{shown:,} of {stored:,} {noun}{s}</source>
            <translation>{shown:,} / {stored:,} 条{noun}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>{shown} {noun}{s} copied</source>
            <translation>已复制 {shown} 条{noun}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/panel.py" />
            <source>{stored:,} {noun}{s}</source>
            <translation>{stored:,} 条{noun}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/positions.py" />
            <source>View…</source>
            <translation>视图…</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/saved.py" />
            <source>The name of a view has at most {name_length} characters.</source>
            <translation>视图名称最多 {name_length} 个字符。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/saved.py" />
            <source>The name of a view has no control characters.</source>
            <translation>视图名称不能含控制字符。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/saved.py" />
            <source>Type a name for the view.</source>
            <translation>请输入视图名称。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Average price of its fills</source>
            <translation>其成交的均价</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Avg price</source>
            <translation>均价</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Bought</source>
            <translation>买入量</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Cancel this order</source>
            <translation>撤销此委托</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Changed</source>
            <translation>变更</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Client id</source>
            <translation>客户编号</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Executions of ours appear here.</source>
            <translation>我方成交显示在这里。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Fee</source>
            <translation>手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Filled</source>
            <comment>quantity</comment>
            <translation>已成交</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Id</source>
            <translation>编号</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Last news of it, UTC</source>
            <translation>最近一次变化，UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Leaves</source>
            <translation>未成交</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Liquidity</source>
            <translation>流动性</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Mark</source>
            <translation>标记价</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Net qty</source>
            <translation>净数量</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>No fills yet</source>
            <translation>尚无成交</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>No orders yet</source>
            <translation>尚无委托</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>No positions yet</source>
            <translation>尚无持仓</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Paid for it; below zero: a rebate</source>
            <translation>为其支付；负数为返佣</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Parent</source>
            <translation>父单</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Positions</source>
            <translation>持仓</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Price that values the position</source>
            <translation>给持仓估值的价格</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Qty</source>
            <translation>数量</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Send one from the ticket, or click a price on the armed ladder.</source>
            <translation>从下单面板发送，或在启用的价格阶梯上点击价格。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Side</source>
            <translation>方向</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Sold</source>
            <translation>卖出量</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Strategy</source>
            <translation>策略</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Symbol</source>
            <translation>合约</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>TIF</source>
            <translation>时效</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>The first fill opens one.</source>
            <translation>第一笔成交后出现。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>The person behind it</source>
            <translation>背后的人员</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Time in force</source>
            <translation>有效期</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Total P&amp;L</source>
            <translation>总盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Total P&amp;L after fees</source>
            <translation>扣除手续费后的总盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Trader</source>
            <translation>交易员</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Trigger</source>
            <translation>触发价</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>UTC</source>
            <translation>UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Value</source>
            <translation>金额</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>What is still open</source>
            <translation>尚未成交的数量</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>What the exchange did to it, and why</source>
            <translation>交易所对它做了什么，以及原因</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>What the ticket or the strategy called it</source>
            <translation>下单面板或策略给的编号</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>When it was sent or refused, UTC</source>
            <translation>发送或被拒的时间，UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Where a stop or an if-touched order fires</source>
            <translation>止损或触价委托的触发价</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Why it ended, or why a request was refused</source>
            <translation>为何结束，或请求为何被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>Without what the exchange undid or took off</source>
            <translation>不含交易所撤销或扣减的部分</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>fill</source>
            <translation>成交</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>market</source>
            <translation>市价</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>order</source>
            <translation>委托</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>position</source>
            <translation>持仓</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/tables.py" />
            <source>trails</source>
            <translation>跟踪</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/total_texts.py" />
            <source>, {busted} busted</source>
            <translation>，{busted} 笔已撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/total_texts.py" />
            <source>Total {named}</source>
            <translation>合计 {named}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/total_texts.py" />
            <source>bought {plain_qty}, sold {plain_qty_2}</source>
            <translation>买入 {plain_qty}，卖出 {plain_qty_2}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/total_texts.py" />
            <source>turnover {money}</source>
            <translation>成交额 {money}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/total_texts.py" />
            <source>turnover {money} {quote}</source>
            <translation>成交额 {money} {quote}</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/total_texts.py" />
            <source>{fills} fill{s}, {added} as maker</source>
            <translation>{fills} 笔成交，其中 {added} 笔为挂单方</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/writing.py" />
            <source>it was stopped.</source>
            <translation>已被停止。</translation>
        </message>
        <message>
            <location filename="../../widgets/blotter/writing.py" />
            <source>{strerror}. Choose another place.</source>
            <translation>{strerror}。请选择别处。</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/arm_switch.py" />
            <source>ARMED</source>
            <translation>已启用</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/arm_switch.py" />
            <source>Arm or disarm moving orders by their lines; Esc disarms</source>
            <translation>启用或停用拖线移动委托；Esc 停用</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/arm_switch.py" />
            <source>Disarmed</source>
            <translation>已停用</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/arm_switch.py" />
            <source>Moving orders is armed</source>
            <translation>移动委托已启用</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/arm_switch.py" />
            <source>Moving orders is disarmed</source>
            <translation>移动委托已停用</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/beyond.py" />
            <source>Fit bars</source>
            <translation>适配K线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/beyond.py" />
            <source>{count} buy above, {price}</source>
            <translation>上方 {count} 笔买单，{price}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/beyond.py" />
            <source>{count} buy below, {price}</source>
            <translation>下方 {count} 笔买单，{price}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/beyond.py" />
            <source>{count} buys above, {price}</source>
            <translation>上方 {count} 笔买单，{price}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/beyond.py" />
            <source>{count} buys below, {price}</source>
            <translation>下方 {count} 笔买单，{price}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/beyond.py" />
            <source>{count} sell above, {price}</source>
            <translation>上方 {count} 笔卖单，{price}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/beyond.py" />
            <source>{count} sell below, {price}</source>
            <translation>下方 {count} 笔卖单，{price}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/beyond.py" />
            <source>{count} sells above, {price}</source>
            <translation>上方 {count} 笔卖单，{price}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/beyond.py" />
            <source>{count} sells below, {price}</source>
            <translation>下方 {count} 笔卖单，{price}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/drawings.py" />
            <source>Horizontal line</source>
            <translation>水平线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/drawings.py" />
            <source>Rectangle</source>
            <translation>矩形</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/drawings.py" />
            <source>Ruler</source>
            <translation>量尺</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/drawings.py" />
            <source>Text</source>
            <translation>文字</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/drawings.py" />
            <source>Trend line</source>
            <translation>趋势线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/drawings.py" />
            <source>holds a {lower} that cannot be</source>
            <translation>含有不可能的{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/drawings.py" />
            <source>holds more than {most_a_symbol} drawings of {symbol}</source>
            <translation>含有超过 {most_a_symbol} 个 {symbol} 的画线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/drawings.py" />
            <source>holds words that cannot be written on one line</source>
            <translation>含有不能写成一行的文字</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/form.py" />
            <source>The fast average must be shorter than the slow one.</source>
            <translation>快线周期必须短于慢线。</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/form.py" />
            <source>a number with at most one decimal</source>
            <translation>最多一位小数的数字</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/form.py" />
            <source>a whole number</source>
            <translation>整数</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/form.py" />
            <source>{capitalize} must be {number} from {least} to {most}.</source>
            <translation>{capitalize}必须是 {least} 到 {most} 的{number}。</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Back to the latest candle, and stay there   End</source>
            <translation>回到最新K线并停留   End</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Bars of {text}</source>
            <translation>每根 {text}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Candle values</source>
            <translation>K线数值</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Candles, line, area, Heikin-Ashi or footprint; the next one</source>
            <translation>蜡烛、折线、面积、平均K线或足迹；换下一种</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Compare with {symbol}</source>
            <translation>与 {symbol} 对比</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Comparison, logarithmic scale, volume profile</source>
            <translation>对比、对数坐标、成交量分布</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Draw</source>
            <translation>画图</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Drawing tools</source>
            <translation>画图工具</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>How bars are drawn</source>
            <translation>K线画法</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>How long a bar is: shorter, longer</source>
            <translation>一根K线多长：更短、更长</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Indicators: which, and with which parameters</source>
            <translation>指标：哪些、什么参数</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Latest</source>
            <translation>最新</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Latest candle</source>
            <translation>最新K线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Length of a bar</source>
            <translation>K线周期</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Lines, boxes, a ruler, words; taking the chosen one away</source>
            <translation>线、框、量尺、文字；删除选中的</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Logarithmic scale</source>
            <translation>对数坐标</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>More of the chart</source>
            <translation>图表更多选项</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>No other instrument to compare with</source>
            <translation>没有其他合约可对比</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Remove all {drawings} drawings of this symbol</source>
            <translation>删除此合约的全部 {drawings} 个画线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Studies</source>
            <translation>指标</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>Volume profile</source>
            <translation>成交量分布</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/header.py" />
            <source>own</source>
            <translation>我方</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/kept.py" />
            <source>holds a study that cannot be</source>
            <translation>含有不可能的指标</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/kept.py" />
            <source>names a way to draw bars that there is not</source>
            <translation>提到不存在的K线画法</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/kept.py" />
            <source>names an instrument that cannot be</source>
            <translation>写有不可能存在的合约</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/kinds.py" />
            <source>Area</source>
            <translation>面积</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/kinds.py" />
            <source>Candles</source>
            <translation>蜡烛</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/kinds.py" />
            <source>Footprint</source>
            <translation>足迹</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/kinds.py" />
            <source>Heikin-Ashi</source>
            <translation>平均K线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/kinds.py" />
            <source>Line</source>
            <translation>折线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/marks.py" />
            <source>An order of ours: the switch above arms the chart, then its line can be dragged</source>
            <translation>我方委托：上方的开关启用图表后，可拖动其线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/marks.py" />
            <source>An order of ours: {key} arms the chart, then its line can be dragged</source>
            <translation>我方委托：{key} 启用图表后，可拖动其线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/marks.py" />
            <source>would fire at once</source>
            <translation>会立即触发</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/marks.py" />
            <source>would trade at once</source>
            <translation>会立即成交</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/marks.py" />
            <source>{moves} would fire at once</source>
            <translation>{moves} 会立即触发</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/marks.py" />
            <source>{moves} would trade at once</source>
            <translation>{moves} 会立即成交</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/marks.py" />
            <source>{order}: {moves} would fire at once</source>
            <translation>{order}：{moves} 会立即触发</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/marks.py" />
            <source>{order}: {moves} would trade at once</source>
            <translation>{order}：{moves} 会立即成交</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/model.py" />
            <source>bought</source>
            <translation>买入</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/model.py" />
            <source>no trades</source>
            <translation>无成交</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/model.py" />
            <source>sold</source>
            <translation>卖出</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/moving.py" />
            <source>back where it was</source>
            <translation>回到原处</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/moving.py" />
            <source>move {plain_qty}: {was} → {price}</source>
            <translation>移动 {plain_qty}：{was} → {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/moving.py" />
            <source>the chart is hidden</source>
            <translation>图表被隐藏</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/moving.py" />
            <source>would fire at once: hold Shift</source>
            <translation>会立即触发：按住 Shift</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/moving.py" />
            <source>would trade at once: hold Shift</source>
            <translation>会立即成交：按住 Shift</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/moving.py" />
            <source>{to} crosses: hold Shift</source>
            <translation>{to} 会越价：按住 Shift</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/moving.py" />
            <source>{to} fires at once: hold Shift</source>
            <translation>{to} 会立即触发：按住 Shift</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/moving.py" />
            <source>{was} → {price} would fire at once: hold Shift</source>
            <translation>{was} → {price} 会立即触发：按住 Shift</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/moving.py" />
            <source>{was} → {price} would trade at once: hold Shift</source>
            <translation>{was} → {price} 会立即成交：按住 Shift</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/plot.py" />
            <source>Candle chart</source>
            <translation>K线图</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/plot.py" />
            <source>Volume {base}</source>
            <translation>成交量 {base}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/prices.py" />
            <source>No candles yet</source>
            <translation>尚无K线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/prices.py" />
            <source>The first trade of {symbol} starts one.</source>
            <translation>{symbol} 的第一笔成交开始第一根。</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/prices.py" />
            <source>They appear with the first trade of the session.</source>
            <translation>随会话的第一笔成交出现。</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/prices.py" />
            <source>{symbol}, in percent</source>
            <translation>{symbol}，按百分比</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/sketching.py" />
            <source>{sign}{price}   {percent}   {bars} bars   {clock}</source>
            <translation>{sign}{price}   {percent}   {bars} 根   {clock}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/studies.py" />
            <source>Bollinger</source>
            <translation>布林带</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/studies.py" />
            <source>Cumulative delta</source>
            <translation>累计净量</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/studies.py" />
            <source>deviations</source>
            <translation>标准差倍数</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/studies.py" />
            <source>diff</source>
            <translation>差值</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/studies.py" />
            <source>fast</source>
            <translation>快线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/studies.py" />
            <source>length</source>
            <translation>周期</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/studies.py" />
            <source>low</source>
            <translation>下轨</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/studies.py" />
            <source>signal</source>
            <translation>信号线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/studies.py" />
            <source>slow</source>
            <translation>慢线</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/studies.py" />
            <source>up</source>
            <translation>上轨</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/study_board.py" />
            <source>Add {title}</source>
            <translation>添加 {title}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/study_board.py" />
            <source>Adds {title}</source>
            <translation>添加 {title}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/study_board.py" />
            <source>At most {most} studies at once: remove one first.</source>
            <translation>最多同时 {most} 个指标：请先移除一个。</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/study_board.py" />
            <source>Back to the chart   Esc</source>
            <translation>回到图表   Esc</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/study_board.py" />
            <source>Close the studies</source>
            <translation>关闭指标</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/study_board.py" />
            <source>No studies. Add one:</source>
            <translation>没有指标。添加一个：</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/study_board.py" />
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/study_board.py" />
            <source>Remove {title}</source>
            <translation>移除 {title}</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/study_board.py" />
            <source>Takes this study away</source>
            <translation>拿掉此指标</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/view.py" />
            <source>Chart</source>
            <translation>图表</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/view.py" />
            <source>disarmed: was hidden</source>
            <translation>已停用：曾被隐藏</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/words_field.py" />
            <source>Enter writes it, Escape does not</source>
            <translation>Enter 写上，Escape 放弃</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/words_field.py" />
            <source>Text on the chart</source>
            <translation>图表上的文字</translation>
        </message>
        <message>
            <location filename="../../widgets/chart/words_field.py" />
            <source>Text, then Enter</source>
            <translation>文字，然后按 Enter</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>There is no journal in {folder}: name a data folder, or a journal's own folder.</source>
            <translation>{folder} 中没有流水：请指定数据文件夹或流水自己的文件夹。</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>a band</source>
            <translation>价格带</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>a fill is another one there</source>
            <translation>某笔成交在那里不同</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>amount has more decimals than {symbol} can hold</source>
            <translation>金额的小数位多于 {symbol} 所能容纳</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>an order has another quantity open there</source>
            <translation>某笔委托在那里的未成交量不同</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>an order is open here and not there</source>
            <translation>某笔委托在此处未了结而在那里没有</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>an order is open there and not here</source>
            <translation>某笔委托在那里未了结而在此处没有</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>another session was chosen</source>
            <translation>选了另一个会话</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>as asked</source>
            <translation>按要求</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>built for another Python; make fast builds it anew</source>
            <translation>为另一个 Python 编译；make fast 可重新编译</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>compiled (mypyc {version})</source>
            <translation>已编译（mypyc {version}）</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>end of tape</source>
            <translation>行情播放完毕</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>expected a name of at most {most} bytes of printable text after {kind}:, found {name}</source>
            <translation>{kind}: 之后应为至多 {most} 字节的可显示名称，却是 {name}</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>expected everything, or KIND:NAME with KIND one of {kinds} (instrument:BTC-USD), found {text}</source>
            <translation>应为 everything，或 KIND:NAME，KIND 为 {kinds} 之一（instrument:BTC-USD），却是 {text}</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>first limits of a simulation</source>
            <translation>模拟的初始限额</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>its binaries are gone; make fast builds it anew</source>
            <translation>编译结果不在了；make fast 可重新编译</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>no reason typed</source>
            <translation>未填理由</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>not built: {error}</source>
            <translation>未能编译：{error}</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>not built; make fast builds it</source>
            <translation>尚未编译；make fast 可编译</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>not chosen</source>
            <translation>未选择</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>number</source>
            <translation>数字</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>operator at the reconciliation panel</source>
            <translation>对账面板操作员</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>operator at the stops panel</source>
            <translation>停止面板操作员</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>operator at the terminal</source>
            <translation>终端操作员</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>plain Python ({why})</source>
            <translation>纯 Python（{why}）</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>played again from the beginning</source>
            <translation>从头重新播放</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>price</source>
            <translation>价格</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>restarted</source>
            <translation>已重新开始</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>stop key</source>
            <translation>停止键</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>the binary of {name} is damaged; make fast builds it anew</source>
            <translation>{name} 的编译结果已损坏；make fast 可重新编译</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>the compiled one cannot be loaded: {error}</source>
            <translation>编译的核心无法载入：{error}</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>the percent that counts</source>
            <translation>计入的百分比</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>the position is another one there</source>
            <translation>持仓在那里不同</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>the terminal was closed</source>
            <translation>终端已关闭</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>the threshold</source>
            <translation>阈值</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>the venue has a fill that we do not have</source>
            <translation>场所有我方没有的成交</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>time</source>
            <translation>时间</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>value</source>
            <translation>数值</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>watchdog window</source>
            <translation>看门狗窗口</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>we have a fill that the venue does not have</source>
            <translation>我方有场所没有的成交</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{changed} changed since it was built; make fast builds it anew</source>
            <translation>编译之后 {changed} 有改动；make fast 可重新编译</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{file} and {count} more</source>
            <translation>{file} 等另外 {count} 个文件</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{kind}: {what}, ours {ours}, theirs {theirs}</source>
            <translation>{kind}：{what}，我方 {ours}，对方 {theirs}</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{noun} is missing</source>
            <translation>缺少{noun}</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{noun} is out of range: more than {most} characters</source>
            <translation>{noun}超出范围：多于 {most} 个字符</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{noun} is out of range: {typed}</source>
            <translation>{noun}超出范围：{typed}</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{noun} must be a multiple of {step}</source>
            <translation>{noun}必须是 {step} 的整数倍</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{noun} must be a number</source>
            <translation>{noun}必须是数字</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{noun} must be a number, not {typed}</source>
            <translation>{noun}必须是数字，而不是 {typed}</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{noun} must be in one piece or in groups of three digits</source>
            <translation>{noun}必须连写，或按三位一组</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{noun} must be in one piece or in groups of three digits, not {typed}</source>
            <translation>{noun}必须连写，或按三位一组，而不是 {typed}</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{noun} must be more than zero</source>
            <translation>{noun}必须大于零</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{noun} {typed} is ambiguous: type {whole} or {part}</source>
            <translation>{noun} {typed} 有歧义：请输入 {whole} 或 {part}</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{noun} {typed} takes a decimal point: type {pointed}</source>
            <translation>{noun} {typed} 应使用小数点：请输入 {pointed}</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{path}: {why}. If a terminal is writing there, try again.</source>
            <translation>{path}：{why}。若有终端正在写入，请再试。</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{venue} does not agree with us: {differences}.</source>
            <translation>{venue} 与我方不一致：{differences}。</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{who} ({what})</source>
            <translation>{who}（{what}）</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{who} at the reconciliation panel</source>
            <translation>{who}（对账面板）</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{who} at the stops panel</source>
            <translation>{who}（停止面板）</translation>
        </message>
        <message>
            <location filename="../../widgets/core_words.py" />
            <source>{who} at the terminal</source>
            <translation>{who}（终端）</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Apr</source>
            <translation>4月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Aug</source>
            <translation>8月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Dec</source>
            <translation>12月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Feb</source>
            <translation>2月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Fri</source>
            <translation>周五</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Jan</source>
            <translation>1月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Jul</source>
            <translation>7月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Jun</source>
            <translation>6月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Mar</source>
            <translation>3月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>May</source>
            <translation>5月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Mon</source>
            <translation>周一</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Nov</source>
            <translation>11月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Oct</source>
            <translation>10月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Sat</source>
            <translation>周六</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Sep</source>
            <translation>9月</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Sun</source>
            <translation>周日</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Thu</source>
            <translation>周四</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Tue</source>
            <translation>周二</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>Wed</source>
            <translation>周三</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>{day} {month}</source>
            <translation>{month}{day}日</translation>
        </message>
        <message>
            <location filename="../../widgets/dates.py" />
            <source>{weekday} {day}</source>
            <translation>{day} {weekday}</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/balance.py" />
            <source>Balance of the book and of what was taken</source>
            <translation>盘口与主动成交的平衡</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/balance.py" />
            <source>Delta {base}</source>
            <translation>净量 {base}</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/balance.py" />
            <source>Imbalance</source>
            <translation>失衡</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/balance.py" />
            <source>Imbalance: bids less asks within the span, in percent of both. Delta: bought less sold by aggressors since the run began; the line shows its last minutes</source>
            <translation>失衡：范围内买量减卖量，占两者之和的百分比。净主动量：本次运行以来主动买入减主动卖出；线为最近几分钟</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/curves.py" />
            <source>Bids and asks appear here when the session starts.</source>
            <translation>会话开始后，买卖盘显示在这里。</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/curves.py" />
            <source>Depth chart</source>
            <translation>深度图</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/curves.py" />
            <source>No orders in the book yet</source>
            <translation>盘口尚无委托</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/model.py" />
            <source>Auction: {uncross}</source>
            <translation>竞价：{uncross}</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/model.py" />
            <source>Mid {mid}   spread {price} ({decimal} bp)</source>
            <translation>中间价 {mid}   价差 {price}（{decimal} bp）</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/model.py" />
            <source>No asks</source>
            <translation>没有卖盘</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/model.py" />
            <source>No bids</source>
            <translation>没有买盘</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/model.py" />
            <source>inside the spread</source>
            <translation>在价差之内</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Asks</source>
            <translation>卖盘</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Asks{unit}</source>
            <translation>卖盘{unit}</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Bids</source>
            <translation>买盘</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Bids{unit}</source>
            <translation>买盘{unit}</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Brings</source>
            <translation>得到</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Costs</source>
            <translation>花费</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Depth</source>
            <translation>深度</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Depth values</source>
            <translation>深度数值</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Prices up to {text} from the middle   , narrower   . wider</source>
            <translation>距中间价 {text} 以内的价格   , 收窄   . 放宽</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Size {base}</source>
            <translation>数量 {base}</translation>
        </message>
        <message>
            <location filename="../../widgets/depth/view.py" />
            <source>Span {text} each side</source>
            <translation>每侧范围 {text}</translation>
        </message>
        <message>
            <location filename="../../widgets/entry.py" />
            <source>Say why: it stands in the record</source>
            <translation>请写明原因：它会留在记录里</translation>
        </message>
        <message>
            <location filename="../../widgets/entry.py" />
            <source>Send</source>
            <translation>发送</translation>
        </message>
        <message>
            <location filename="../../widgets/entry.py" />
            <source>The reason holds characters that cannot be printed</source>
            <translation>原因含有不可打印的字符</translation>
        </message>
        <message>
            <location filename="../../widgets/entry.py" />
            <source>The reason is too long: at most {why_length} characters</source>
            <translation>原因过长：最多 {why_length} 个字符</translation>
        </message>
        <message>
            <location filename="../../widgets/entry.py" />
            <source>no instrument is listed yet</source>
            <translation>尚无上市合约</translation>
        </message>
        <message>
            <location filename="../../widgets/entry.py" />
            <source>no such instrument: {cut}; listed are {named}</source>
            <translation>没有此合约：{cut}；已上市：{named}</translation>
        </message>
        <message>
            <location filename="../../widgets/entry.py" />
            <source>none is listed</source>
            <translation>尚未上市任何合约</translation>
        </message>
        <message>
            <location filename="../../widgets/entry.py" />
            <source>{noun} holds characters that cannot be printed</source>
            <translation>{noun}含有不可打印的字符</translation>
        </message>
        <message>
            <location filename="../../widgets/entry.py" />
            <source>{noun} is too long: at most {name_bytes} bytes</source>
            <translation>{noun}过长：最多 {name_bytes} 字节</translation>
        </message>
        <message>
            <location filename="../../widgets/entry_form.py" />
            <source>Leave</source>
            <translation>放弃</translation>
        </message>
        <message>
            <location filename="../../widgets/entry_form.py" />
            <source>Leave it as it is</source>
            <translation>保持原样</translation>
        </message>
        <message>
            <location filename="../../widgets/entry_form.py" />
            <source>Waiting for the core.</source>
            <translation>等待核心。</translation>
        </message>
        <message>
            <location filename="../../widgets/entry_form.py" />
            <source>What it means</source>
            <translation>其含义</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source> What is filled stays, without its exits.</source>
            <translation> 已成交的保留，但不再有止盈止损。</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source> {count} more find no room here.</source>
            <translation> 另有 {count} 项放不下。</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>Basket {id}</source>
            <translation>篮子 {id}</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>Cancels {parts} of basket {number}.</source>
            <translation>撤销篮子 {number} 的{parts}。</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>Cancels {parts} of {name}.{leaves}</source>
            <translation>撤销{name}的{parts}。{leaves}</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>Cancels {parts} of {name}; no further one is sent.</source>
            <translation>撤销 {name} 的{parts}；不再发出新的。</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>Held: the desk has it, the venue does not</source>
            <translation>代持：在交易台，不在场所</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>Leg</source>
            <translation>分支</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>MORE THAN ITS QUANTITY</source>
            <translation>超过其数量</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>Of every order that was sent for the leg</source>
            <translation>为该分支发出的全部委托合计</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>Open</source>
            <comment>quantity</comment>
            <translation>未成交</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>Parent {name}: {side} {qty} {where}</source>
            <translation>父单 {name}：{side} {qty} {where}</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>The desk holds {count} order{s} that no venue has: they end with this program's run.</source>
            <translation>交易台代持 {count} 笔场所没有的委托：程序结束时它们随之消失。</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>Where it fires: held by the desk, or at the venue</source>
            <translation>触发价：由本台保管，或在交易场所</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>child</source>
            <translation>子单</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>ending</source>
            <translation>正在结束</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>entered {qty} of {all}, </source>
            <translation>已入场 {qty} / {all}，</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>entry</source>
            <translation>入场</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>exit {number}</source>
            <translation>出场 {number}</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>held</source>
            <translation>代持</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>held by the desk</source>
            <translation>由交易台代持</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>leg {number}</source>
            <translation>分支 {number}</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>line {number}</source>
            <translation>第 {number} 行</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>lost: not sent again</source>
            <translation>丢失：不再发出</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>not sent</source>
            <translation>未发出</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>nothing to do now</source>
            <translation>现在无事可做</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>over</source>
            <comment>ended</comment>
            <translation>已结束</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>waits for the entry</source>
            <translation>等待入场</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>what would still be sent</source>
            <translation>尚待发出的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>{count} child order{s}</source>
            <translation>{count} 笔子单</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>{count} line{s}</source>
            <translation>{count} 行</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>{count} open line{s}</source>
            <translation>{count} 笔未了结委托</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>{count} order{s} that the desk holds</source>
            <translation>{count} 笔交易台代持的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>{count} working order{s}</source>
            <translation>{count} 笔挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>{filled} filled, {open} open, {left} left</source>
            <translation>已成交 {filled}，挂单 {open}，剩余 {left}</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>{lines}: {done} filled, {open} open</source>
            <translation>{lines}：{done} 笔全部成交，{open} 笔未了结</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/model.py" />
            <source>{sums}exited {qty}{state}</source>
            <translation>{sums}已出场 {qty}{state}</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Also what is over</source>
            <translation>含已结束</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Cancel the chosen order</source>
            <translation>撤销所选委托</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Cancel the whole group</source>
            <translation>撤销整组</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Cancel the {what}…</source>
            <translation>撤销{what}…</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Confirm: cancel the {what}</source>
            <translation>确认：撤销{what}</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Every order of it, also those that the desk holds; two presses</source>
            <translation>组内全部委托，含交易台代持的；按两次</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Exits in the ticket make a bracket, OCO or OTO; the basket panel a basket; a stop for a venue without stops is held here.</source>
            <translation>下单面板的止盈止损生成括号单、OCO 或 OTO；篮子面板生成篮子；场所不支持的止损单由此代持。</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Find a group</source>
            <translation>查找委托组</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>No orders hang together.</source>
            <translation>没有相关联的委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Not done: {refusal}</source>
            <translation>未执行：{refusal}</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Only rows with these words</source>
            <translation>只显示含这些词的行</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Order groups</source>
            <translation>委托组</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Orders that belong together</source>
            <translation>相关联的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Shows groups that are done, too</source>
            <translation>也显示已结束的组</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>Sign in to cancel orders.</source>
            <translation>登录后可撤单。</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>This one alone; its group goes on</source>
            <translation>只撤这一笔；其组继续</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>basket</source>
            <translation>篮子</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>group</source>
            <translation>整组</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>parent</source>
            <translation>父单</translation>
        </message>
        <message>
            <location filename="../../widgets/groups/view.py" />
            <source>{who} cancels orders.</source>
            <translation>撤单由{who}执行。</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Batch</source>
            <translation>批次</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Core build</source>
            <translation>核心版本</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Disk free</source>
            <translation>磁盘剩余</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Entries</source>
            <translation>条目</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Events</source>
            <translation>事件</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Frame</source>
            <translation>单帧</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Frames</source>
            <translation>帧数</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Inbox</source>
            <translation>收件队列</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Lag</source>
            <translation>延迟</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Memory</source>
            <translation>内存</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Process</source>
            <translation>进程</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Screen</source>
            <translation>屏幕</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Snapshot</source>
            <translation>快照</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>To disk</source>
            <translation>落盘</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>Waiting</source>
            <translation>等待</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>behind</source>
            <translation>落后</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>busy</source>
            <translation>繁忙</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>compiled</source>
            <translation>编译版</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>failing</source>
            <translation>失败</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>filling</source>
            <translation>快满</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>large</source>
            <translation>偏大</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>low</source>
            <comment>disk space</comment>
            <translation>不足</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>low</source>
            <comment>too few frames</comment>
            <translation>偏低</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>no new orders</source>
            <translation>拒绝新委托</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>plain Python</source>
            <translation>纯 Python</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>slow</source>
            <comment>it takes too long</comment>
            <translation>偏慢</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>{count} entries ago</source>
            <translation>{count} 条目前</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>{fps} fps</source>
            <translation>{fps} 帧/秒</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>{milliseconds} / {milliseconds_2} ms</source>
            <translation>{milliseconds} / {milliseconds_2} 毫秒</translation>
        </message>
        <message>
            <location filename="../../widgets/health/model.py" />
            <source>{where} is off: {error}</source>
            <translation>{where} 已关闭：{error}</translation>
        </message>
        <message>
            <location filename="../../widgets/health/view.py" />
            <source>Core: {core}.</source>
            <translation>核心：{core}。</translation>
        </message>
        <message>
            <location filename="../../widgets/health/view.py" />
            <source>Health</source>
            <translation>运行状态</translation>
        </message>
        <message>
            <location filename="../../widgets/health/view.py" />
            <source>Health of the terminal</source>
            <translation>终端运行状态</translation>
        </message>
        <message>
            <location filename="../../widgets/health/view.py" />
            <source>No faults</source>
            <translation>无故障</translation>
        </message>
        <message>
            <location filename="../../widgets/health/view.py" />
            <source>Pairs are median / 99th percentile.</source>
            <translation>成对数字为中位数 / 第 99 百分位。</translation>
        </message>
        <message>
            <location filename="../../widgets/health/view.py" />
            <source>Waiting for the core's first measurement, one second after it starts.</source>
            <translation>等待核心的第一次测量，启动一秒后到来。</translation>
        </message>
        <message>
            <location filename="../../widgets/health/view.py" />
            <source>not said</source>
            <translation>未说明</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/map.py" />
            <source>Delta</source>
            <translation>净量</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/map.py" />
            <source>Imbal.</source>
            <translation>失衡</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/map.py" />
            <source>Liquidity heatmap</source>
            <translation>流动性热力图</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/map.py" />
            <source>No book yet</source>
            <translation>尚无盘口</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/map.py" />
            <source>What stands in the book appears here as time goes by.</source>
            <translation>盘口随时间推移显示在这里。</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/model.py" />
            <source>bid {size}</source>
            <translation>买 {size}</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/model.py" />
            <source>not seen yet</source>
            <translation>尚未见到</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/model.py" />
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/model.py" />
            <source>offered {size}</source>
            <translation>卖 {size}</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/view.py" />
            <source>Back to the present and to the touch   End</source>
            <translation>回到当前时刻和买卖价   End</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/view.py" />
            <source>Heatmap</source>
            <translation>热力图</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/view.py" />
            <source>Heatmap values</source>
            <translation>热力图数值</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/view.py" />
            <source>Latest moment</source>
            <translation>最新时刻</translation>
        </message>
        <message>
            <location filename="../../widgets/heatmap/view.py" />
            <source>Wheel: time   Ctrl+wheel: prices   drag: move   Home: all as at first</source>
            <translation>滚轮：时间   Ctrl+滚轮：价格   拖动：移动   Home：全部复原</translation>
        </message>
        <message>
            <location filename="../../widgets/help/view.py" />
            <source>All pages</source>
            <translation>全部页面</translation>
        </message>
        <message>
            <location filename="../../widgets/help/view.py" />
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <location filename="../../widgets/help/view.py" />
            <source>Back (Alt+Left)</source>
            <translation>返回（Alt+Left）</translation>
        </message>
        <message>
            <location filename="../../widgets/help/view.py" />
            <source>Contents</source>
            <translation>目录</translation>
        </message>
        <message>
            <location filename="../../widgets/help/view.py" />
            <source>Not opened here: {todisplaystring}</source>
            <translation>此处不打开：{todisplaystring}</translation>
        </message>
        <message>
            <location filename="../../widgets/help/view.py" />
            <source>Page of the manual</source>
            <translation>手册页面</translation>
        </message>
        <message>
            <location filename="../../widgets/help/view.py" />
            <source>The manual is not installed beside the program: look for the folder docs of its source.</source>
            <translation>程序旁没有安装手册：请在源代码的 docs 文件夹中查找。</translation>
        </message>
        <message>
            <location filename="../../widgets/help/view.py" />
            <source>The manual's first page</source>
            <translation>手册首页</translation>
        </message>
        <message>
            <location filename="../../widgets/help/view.py" />
            <source>The page before</source>
            <translation>上一页</translation>
        </message>
        <message>
            <location filename="../../widgets/help/view.py" />
            <source>There is no page {name}.</source>
            <translation>没有页面 {name}。</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>Base currency</source>
            <translation>基准货币</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>Conservative mode</source>
            <translation>保守模式</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>Enabled</source>
            <translation>启用</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>Facts of an instrument</source>
            <translation>合约资料</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>Rate of exchange</source>
            <translation>汇率</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>Restriction</source>
            <translation>限制</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>Tightening rule</source>
            <translation>收紧规则</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>Trading day</source>
            <translation>交易日</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>action</source>
            <translation>动作</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>after seq</source>
            <translation>在序号之后</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>aggressor</source>
            <translation>主动方</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>ahead</source>
            <translation>前方数量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>all or none</source>
            <translation>全部成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>allocation</source>
            <translation>分配方式</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>allowed</source>
            <translation>允许</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>also</source>
            <translation>另有</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>another person took the seat</source>
            <translation>另一人接替</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>another quantity to cancel</source>
            <translation>待撤数量不同</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>answer ns</source>
            <translation>答复时限纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>approved by</source>
            <translation>批准人</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>as a demo person</source>
            <translation>以演示人员身份</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>ask</source>
            <translation>卖价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>ask qty</source>
            <translation>卖量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>asked</source>
            <translation>请求量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>asked by</source>
            <translation>申请人</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>asked for</source>
            <comment>a sign-out</comment>
            <translation>本人要求</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>attempts</source>
            <translation>尝试次数</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>auction</source>
            <translation>竞价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>auction ppm</source>
            <translation>竞价费率百万分比</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>back ns</source>
            <translation>倒退纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>bid</source>
            <translation>买价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>bid qty</source>
            <translation>买量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>both are cancelled</source>
            <translation>两笔都撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>both get smaller</source>
            <translation>两笔都减量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>breaks</source>
            <translation>差异</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>bust</source>
            <translation>撤销成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>by</source>
            <translation>由</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>by firm</source>
            <translation>按会员</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>by size and time</source>
            <translation>按数量和时间</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>call ns</source>
            <translation>竞价时长纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>call random ns</source>
            <translation>竞价随机纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>cancel on disconnect</source>
            <translation>断线撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>cancel</source>
            <comment>a request</comment>
            <translation>撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>cancels</source>
            <translation>撤单数</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>cap bp</source>
            <translation>上限基点</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>capital</source>
            <translation>资金基数</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>cash</source>
            <translation>资金</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>cause</source>
            <translation>起因</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>client order id</source>
            <translation>客户编号</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>cluster</source>
            <translation>联动组合</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>collar</source>
            <translation>价格笼子</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>collar bp</source>
            <translation>价格笼子基点</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>command</source>
            <translation>指令</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>committed</source>
            <translation>已占用</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>condition</source>
            <translation>条件</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>confirmed</source>
            <translation>已确认</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>correct</source>
            <translation>更正成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>correlation</source>
            <translation>关联号</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>cut bytes</source>
            <translation>截去字节</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>daily lots</source>
            <translation>日均手数</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>day</source>
            <translation>交易日</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>declined by</source>
            <translation>否决人</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>denominator</source>
            <translation>分母</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>desk</source>
            <translation>交易台</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>display</source>
            <translation>显示量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>display spread</source>
            <translation>显示浮动</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>dropped</source>
            <translation>已丢弃</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>dynamic bp</source>
            <translation>动态带基点</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>dynamic window ns</source>
            <translation>动态带时段纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>enabled</source>
            <translation>已启用</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>ends</source>
            <translation>结束时刻</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>ends at</source>
            <translation>结束于</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>enough</source>
            <comment>disk space</comment>
            <translation>充足</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>entries</source>
            <comment>of a schedule</comment>
            <translation>安排</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>entry ns</source>
            <translation>入场延迟纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>epoch</source>
            <translation>世代</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>exec id</source>
            <translation>回报编号</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>expires at</source>
            <translation>失效于</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>failures</source>
            <translation>失败次数</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>fee</source>
            <translation>手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>feeds</source>
            <translation>行情流</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>filled</source>
            <translation>已成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>filled in history, resting here</source>
            <translation>历史上已成交，此处仍挂着</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>firm</source>
            <translation>会员</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>first at</source>
            <translation>起始时间</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>first in, first out</source>
            <translation>先进先出</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>first seqs</source>
            <translation>首个序号</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>first</source>
            <comment>a price</comment>
            <translation>开盘</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>for ns</source>
            <translation>时长纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>free</source>
            <translation>剩余空间</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>funds</source>
            <translation>金额</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>gate rules</source>
            <translation>风控规则版本</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>generation</source>
            <translation>代次</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>going</source>
            <translation>进行中</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>group id</source>
            <translation>组编号</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>halt ns</source>
            <translation>暂停时长纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>held expire</source>
            <translation>代持过期</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>high</source>
            <comment>a price</comment>
            <translation>最高</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>idle</source>
            <translation>空闲</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>ids ascending</source>
            <translation>编号递增</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>indicative ns</source>
            <translation>参考价间隔纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>instrument</source>
            <translation>合约</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>jitter ns</source>
            <translation>抖动纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>kept place</source>
            <translation>保留排队位置</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>kill engaged</source>
            <translation>急停已触发</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>kill generation</source>
            <translation>急停代次</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>kill source</source>
            <translation>急停来源</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>kill</source>
            <comment>a request</comment>
            <translation>触发急停</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>lacks</source>
            <translation>不支持</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>last</source>
            <comment>a price</comment>
            <translation>最新</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>leaves</source>
            <translation>未成交量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>left</source>
            <comment>how many</comment>
            <translation>剩余</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>leg</source>
            <translation>腿</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>legs</source>
            <translation>各腿</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>levels</source>
            <translation>各档</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>limit</source>
            <translation>限额</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>limit state</source>
            <translation>触限状态</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>limit state ns</source>
            <translation>触限时长纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>limits</source>
            <translation>限额表</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>line</source>
            <comment>a request</comment>
            <translation>线路</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>line</source>
            <comment>of a basket</comment>
            <translation>行</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>lines</source>
            <translation>行数</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>link</source>
            <comment>a request</comment>
            <translation>关联委托</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>liquidity</source>
            <translation>流动性</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>list</source>
            <comment>a request</comment>
            <translation>上市</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>lot</source>
            <translation>手</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>low</source>
            <comment>a price</comment>
            <translation>最低</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>maker</source>
            <translation>挂单方</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>maker ppm</source>
            <translation>挂单费率百万分比</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>mark</source>
            <translation>标记价设定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>max fills</source>
            <translation>最多成交次数</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>max lots</source>
            <translation>最大手数</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>max open orders</source>
            <translation>最多挂单数</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>max order qty</source>
            <translation>最大委托量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>max order value</source>
            <translation>最大委托金额</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>max position</source>
            <translation>最大持仓</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>max qty</source>
            <translation>最大数量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>may shrink</source>
            <translation>可减量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>means</source>
            <translation>方式</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>min qty</source>
            <translation>最小数量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>missing</source>
            <translation>缺少</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>name</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>no cancel</source>
            <translation>禁撤阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>no longer allowed</source>
            <translation>不再有权限</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>nobody has that name</source>
            <translation>没有此名称的人</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>nothing here to cancel</source>
            <translation>此处没有可撤的</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>number</source>
            <comment>a field</comment>
            <translation>编号</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>numerator</source>
            <translation>分子</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>on</source>
            <comment>a field</comment>
            <translation>启用</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>open</source>
            <translation>未成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>order id</source>
            <translation>委托编号</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>order type</source>
            <translation>委托类型</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>orders</source>
            <comment>how many</comment>
            <translation>委托数</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>origin</source>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>outside</source>
            <translation>外部</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>override</source>
            <comment>a request</comment>
            <translation>例外放行</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>owner</source>
            <translation>所有者</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>parent id</source>
            <translation>父单编号</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>parent order</source>
            <comment>a request</comment>
            <translation>父单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>peg</source>
            <translation>挂钩</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>peg offset</source>
            <translation>挂钩偏移</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>people</source>
            <translation>人员</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>per lot</source>
            <translation>每手</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>percent</source>
            <translation>百分比</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>person</source>
            <translation>人员</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>phase</source>
            <translation>阶段变更</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>phase</source>
            <comment>a field</comment>
            <translation>阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>post only</source>
            <translation>只挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>price decimals</source>
            <translation>价格小数位</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>pro rata</source>
            <translation>按比例</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>pro rata min</source>
            <translation>按比例下限</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>protection</source>
            <translation>保护价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>protection bp</source>
            <translation>保护基点</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>qty</source>
            <translation>数量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>qty decimals</source>
            <translation>数量小数位</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>quote protection</source>
            <comment>a request</comment>
            <translation>报价保护</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>quote</source>
            <comment>a request</comment>
            <translation>报价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>quotes</source>
            <translation>报价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>random ns</source>
            <translation>随机纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>readmit</source>
            <translation>恢复准入</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>reducing passes</source>
            <translation>减仓放行</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>reference</source>
            <translation>参考价设定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>reference</source>
            <comment>a price</comment>
            <translation>参考价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>refused</source>
            <translation>被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>release</source>
            <comment>a request</comment>
            <translation>解除急停</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>replace open</source>
            <translation>改单按未成交量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>replace</source>
            <comment>a request</comment>
            <translation>改单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>report</source>
            <translation>回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>reports</source>
            <translation>回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>request ns</source>
            <translation>请求时限纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>request</source>
            <comment>a field</comment>
            <translation>请求</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>rest at collar</source>
            <translation>余量挂于笼边</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>restriction</source>
            <translation>限制</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>risk</source>
            <translation>风控</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>roles</source>
            <translation>角色</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>rules</source>
            <translation>规则设定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>rules</source>
            <comment>a field</comment>
            <translation>规则</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>schedule</source>
            <translation>时间表设定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>scope</source>
            <translation>范围</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>second</source>
            <comment>a person</comment>
            <translation>第二人</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>sector</source>
            <translation>板块</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>seed</source>
            <comment>a request</comment>
            <translation>种子</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>segment</source>
            <translation>段</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>self match</source>
            <translation>自成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>seq</source>
            <translation>序号</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>session</source>
            <translation>会话</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>set facts</source>
            <comment>a request</comment>
            <translation>设定合约资料</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>settings of stops</source>
            <comment>a request</comment>
            <translation>停止设置</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>severity</source>
            <translation>严重程度</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>side</source>
            <translation>方向</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>signal</source>
            <comment>a strategy's</comment>
            <translation>信号</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>signed by</source>
            <translation>签署人</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>size</source>
            <translation>大小</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>soft</source>
            <translation>软</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>source</source>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>space</source>
            <translation>空间</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>stage</source>
            <translation>步骤</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>stage</source>
            <comment>a request</comment>
            <translation>步骤</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>state</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>static bp</source>
            <translation>静态带基点</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>stop</source>
            <comment>a request</comment>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>stopping</source>
            <translation>停止设置</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>stops</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>strategy</source>
            <translation>策略</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>surplus</source>
            <translation>余量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>symbol</source>
            <translation>合约</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>taker</source>
            <translation>吃单方</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>taker ppm</source>
            <translation>吃单费率百万分比</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>tape sha256</source>
            <translation>行情校验</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>terms</source>
            <translation>条件</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>text</source>
            <translation>文字</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>the account is disabled</source>
            <translation>账户已停用</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>the newer one is cancelled</source>
            <translation>撤销较新的一笔</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>the older one is cancelled</source>
            <translation>撤销较早的一笔</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>threshold</source>
            <translation>阈值</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>tick</source>
            <translation>最小变动价位</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>ticks</source>
            <translation>价位表</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>time in force</source>
            <translation>有效期</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>too soon after the failure before</source>
            <translation>距上次失败太近</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>total</source>
            <translation>按总量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>trade id</source>
            <translation>成交号</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>trader</source>
            <translation>交易员</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>trades</source>
            <translation>成交笔数</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>trail</source>
            <translation>跟踪距离</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>trail bp</source>
            <translation>跟踪基点</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>trigger</source>
            <translation>触发价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>trigger by</source>
            <translation>触发依据</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>trigger</source>
            <comment>a request</comment>
            <translation>触发器</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>triggers</source>
            <translation>触发器</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>turnover</source>
            <translation>成交额</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>until</source>
            <translation>至</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>used</source>
            <translation>占用</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>valid ns</source>
            <translation>有效纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>velocity</source>
            <translation>价格速率</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>velocity ns</source>
            <translation>速率时段纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>venue</source>
            <translation>场所</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>verify ns</source>
            <translation>核实时限纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>version</source>
            <translation>版本</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>volume</source>
            <translation>成交量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>wall ns</source>
            <translation>实际时间纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>was</source>
            <translation>原值</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>was fee</source>
            <translation>原手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>was price</source>
            <translation>原价格</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>was qty</source>
            <translation>原数量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>what</source>
            <translation>内容</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>where</source>
            <translation>地点</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>who</source>
            <translation>何人</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>why</source>
            <comment>a reason</comment>
            <translation>理由</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>window ns</source>
            <translation>时段纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>with a password</source>
            <translation>用密码</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>with a password and a code</source>
            <translation>用密码和验证码</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>words</source>
            <translation>说明</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>wrong code</source>
            <translation>验证码错误</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>wrong password</source>
            <translation>密码错误</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/fields.py" />
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/form.py" />
            <source>A time like 20:48, 20:48:07.5 or 2018-07-13 20:48, UTC.</source>
            <translation>时间如 20:48、20:48:07.5 或 2018-07-13 20:48，UTC。</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/form.py" />
            <source>An order's number, like 1901.</source>
            <translation>委托编号，如 1901。</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/form.py" />
            <source>At most {most} characters that can be seen.</source>
            <translation>最多 {most} 个可见字符。</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/form.py" />
            <source>The end must be later than the beginning.</source>
            <translation>结束须晚于开始。</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Accepted</source>
            <comment>a report</comment>
            <translation>接受回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Acknowledge break</source>
            <translation>确认差异</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Action denied</source>
            <translation>操作被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Amend order</source>
            <translation>会员改单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Answer overdue</source>
            <translation>答复逾期</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Approval declined</source>
            <translation>已否决</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Approval expired</source>
            <translation>申请已过期</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Approval given</source>
            <translation>已批准</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Approval requested</source>
            <translation>已申请批准</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Approve override</source>
            <translation>批准例外放行</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Approve release</source>
            <translation>批准解除</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Auction priced</source>
            <translation>竞价已定价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Bands changed</source>
            <translation>价格带已变更</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Basket refused</source>
            <translation>篮子被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Begin trading day</source>
            <translation>开始交易日</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Block participant</source>
            <translation>封禁会员</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Book seeded</source>
            <translation>盘口已建立</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Break acknowledged</source>
            <translation>差异已确认</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Breaks found</source>
            <translation>发现差异</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Bust trade</source>
            <translation>撤销成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Busted</source>
            <comment>a report</comment>
            <translation>成交撤销回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Cancel kept</source>
            <translation>撤单保留</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Cancel sent</source>
            <translation>撤单已发送</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Cancelled</source>
            <comment>a report</comment>
            <translation>撤单回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Change limits</source>
            <translation>更改限额</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Change phase</source>
            <translation>变更阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Clock stepped</source>
            <translation>时钟跳变</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Close session</source>
            <translation>关闭线路</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Conservation broken</source>
            <translation>父子单不守恒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Correct trade</source>
            <translation>更正成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Corrected</source>
            <comment>a report</comment>
            <translation>成交更正回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Decline</source>
            <translation>否决</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Depth changed</source>
            <translation>深度变化</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Disk space</source>
            <translation>磁盘空间</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Doubted</source>
            <comment>a report</comment>
            <translation>存疑回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Enable</source>
            <translation>启用</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>End run</source>
            <translation>结束运行</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Engage kill</source>
            <translation>触发急停</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Enter order</source>
            <translation>会员下单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Fill busted</source>
            <translation>成交被撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Fill corrected</source>
            <translation>成交被更正</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Filled</source>
            <comment>a report</comment>
            <translation>成交回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Flatten</source>
            <translation>平仓</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Flatten changed</source>
            <translation>平仓进展</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Flow cancel</source>
            <translation>市场撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Flow filled</source>
            <translation>历史成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Flow limit</source>
            <translation>市场限价单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Flow market</source>
            <translation>市场市价单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Group closed</source>
            <translation>组已结束</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Group opened</source>
            <translation>组已建立</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Held</source>
            <comment>a report</comment>
            <translation>暂存回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Indicative changed</source>
            <translation>参考成交价变化</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Instrument listed</source>
            <translation>合约已上市</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Kill engaged</source>
            <translation>急停已触发</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Kill released</source>
            <translation>急停已解除</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Leg changed</source>
            <translation>腿变化</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Limit changed</source>
            <translation>限额已更改</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Limit warning</source>
            <translation>限额预警</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Limits set</source>
            <translation>限额已设定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>List instrument</source>
            <translation>合约上市</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Mark changed</source>
            <translation>标记价已变更</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Mass cancel</source>
            <translation>批量撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Mass quote</source>
            <translation>批量报价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Open session</source>
            <translation>打开线路</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Operation refused</source>
            <translation>运营操作被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order added</source>
            <translation>委托入簿</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order anomaly</source>
            <translation>委托回报异常</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order cancelled</source>
            <translation>委托已撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order fenced</source>
            <translation>委托被拦下</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order filled</source>
            <translation>委托成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order modified</source>
            <translation>委托被减量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order reduced</source>
            <translation>委托减量</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order refused</source>
            <translation>委托被风控拒绝</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order rejected</source>
            <translation>委托被场所拒单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order removed</source>
            <translation>委托出簿</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order replaced</source>
            <translation>委托已改单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order restated</source>
            <translation>委托被重述</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order sent</source>
            <translation>委托已发送</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order stands</source>
            <translation>委托现状</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order triggered</source>
            <translation>委托已触发</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Order working</source>
            <translation>委托已挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Outside report</source>
            <translation>外部回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Override changed</source>
            <translation>例外放行变化</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Parent changed</source>
            <translation>父单变化</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Parent opened</source>
            <translation>父单已建立</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Participant blocked</source>
            <translation>会员已封禁</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Participant readmitted</source>
            <translation>会员已恢复准入</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Person set</source>
            <translation>人员已设定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Phase changed</source>
            <translation>阶段已变更</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Place basket</source>
            <translation>下篮子</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Place linked</source>
            <translation>下关联委托</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Place order</source>
            <translation>下单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Place parent</source>
            <translation>下父单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Position changed</source>
            <translation>持仓变化</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Query sent</source>
            <translation>查询已发送</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Quotes pulled</source>
            <translation>报价已撤下</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Readmit participant</source>
            <translation>恢复会员准入</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Rejected</source>
            <comment>a report</comment>
            <translation>拒单回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Release approved</source>
            <translation>解除已批准</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Release kill</source>
            <translation>解除急停</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Replace order</source>
            <translation>改单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Replace sent</source>
            <translation>改单已发送</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Replaced</source>
            <comment>a report</comment>
            <translation>改单回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Request approval</source>
            <translation>申请批准</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Request override</source>
            <translation>申请例外放行</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Request refused</source>
            <translation>请求被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Request rejected</source>
            <translation>请求被场所拒绝</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Request release</source>
            <translation>申请解除</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Restated</source>
            <comment>a report</comment>
            <translation>重述回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Restrict</source>
            <translation>限制</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Risk told</source>
            <translation>风控设定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Rules changed</source>
            <translation>规则已变更</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Run ended</source>
            <translation>运行已结束</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Run started</source>
            <translation>运行已开始</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Schedule changed</source>
            <translation>时间表已变更</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Scope disabled</source>
            <translation>范围已停用</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Seed book</source>
            <translation>建立盘口</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Segments dropped</source>
            <translation>段已丢弃</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Send fenced</source>
            <translation>发送被拦下</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Session changed</source>
            <translation>线路变化</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set account</source>
            <translation>设定账户</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set conservative</source>
            <translation>设定保守模式</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set instrument facts</source>
            <translation>设定合约资料</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set limits</source>
            <translation>设定限额</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set mark</source>
            <translation>设定标记价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set person</source>
            <translation>设定人员</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set quote protection</source>
            <translation>设定报价保护</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set rate</source>
            <translation>设定汇率</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set reference</source>
            <translation>设定参考价</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set rules</source>
            <translation>设定规则</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set schedule</source>
            <translation>设定时间表</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set stage</source>
            <translation>设定解除步骤</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set stopping</source>
            <translation>设定停止方式</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set trigger</source>
            <translation>设定触发器</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Set venue</source>
            <translation>设定场所</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Sign in failed</source>
            <translation>登录失败</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Signed out</source>
            <translation>已退出登录</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Stage changed</source>
            <translation>停止步骤变化</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Start run</source>
            <translation>开始运行</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Statistics changed</source>
            <translation>统计变化</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Status</source>
            <comment>a report</comment>
            <translation>状态回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Stopping set</source>
            <translation>停止方式已设定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Tail truncated</source>
            <translation>尾部已截断</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Terminal locked</source>
            <translation>终端已锁定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Tighten</source>
            <translation>收紧</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Time passed</source>
            <translation>时间流逝</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Top changed</source>
            <translation>最优价变化</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Trade busted</source>
            <translation>成交已撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Trade corrected</source>
            <translation>成交已更正</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Trade printed</source>
            <translation>市场成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Trigger fired</source>
            <translation>触发器已触发</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Trigger set</source>
            <translation>触发器已设定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Triggered</source>
            <comment>a report</comment>
            <translation>触发回报</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Trouble found</source>
            <translation>发现故障</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Venue set</source>
            <translation>场所已设定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/kinds.py" />
            <source>Withdraw order</source>
            <translation>会员撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>1 entry</source>
            <translation>1 条</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>; older than {oldest} not looked at yet</source>
            <translation>；早于 {oldest} 的尚未查看</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>An order's number; everything that happened to it</source>
            <translation>委托编号；它的全部经过</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Entries of the record appear here. Fewer words, another time, or everything instead of ours finds more.</source>
            <translation>记录的条目列在这里。减少词语、换个时间，或不限于我方，可找到更多。</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Entry</source>
            <translation>条目</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>From</source>
            <comment>a time</comment>
            <translation>从</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>How a symbol begins: BTC-USD, or BTC for all of them</source>
            <translation>代码的开头：BTC-USD，或用 BTC 表示全部</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Looking</source>
            <translation>正在查找</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Looking: {found} among {looked} so far</source>
            <translation>查找中：已看 {looked} 条，找到 {found}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Nothing found</source>
            <translation>没有找到</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Session time UTC</source>
            <translation>会话时间 UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Session time, UTC, not included</source>
            <translation>会话时间，UTC，不含此刻</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Session time, UTC: 20:48 or 2018-07-13 20:48:07</source>
            <translation>会话时间，UTC：20:48 或 2018-07-13 20:48:07</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>The newest entries of the record come first.</source>
            <translation>最新的记录在前。</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>To</source>
            <comment>a time</comment>
            <translation>至</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>What came of it</source>
            <translation>结果</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>What entered</source>
            <translation>输入</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Who asked for it</source>
            <translation>由谁发起</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Words</source>
            <translation>词语</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Words anywhere in the entry</source>
            <translation>条目中任何位置的词</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>Words of a name: order sent, kill; the down arrow shows all</source>
            <translation>名称中的词：order sent、kill；下箭头显示全部</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>entry {seq}, session time {at}, wall time {wall} UTC</source>
            <translation>条目 {seq}，会话时间 {at}，实际时间 {wall} UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>{found:,} entries</source>
            <translation>{found:,} 条</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/model.py" />
            <source>{found} among {looked}{rest}</source>
            <translation>{looked} 条中找到 {found}{rest}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source> at {where}</source>
            <translation>（{where}）</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source> by {who}</source>
            <translation>，由 {who}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source> in {symbol}</source>
            <translation>（{symbol}）</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>, was {value}</source>
            <translation>，原为 {value}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>: {why}</source>
            <translation>：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Account {account} is flat</source>
            <translation>账户 {account} 空仓</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Account {account} is long {qty}</source>
            <translation>账户 {account} 多头 {qty}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Account {account} is short {qty}</source>
            <translation>账户 {account} 空头 {qty}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Kill switch engaged for {scope} by {who}: {orders} orders open</source>
            <translation>{scope}的急停已由 {who} 触发：{orders} 笔挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Kill switch released for {scope} by {who}</source>
            <translation>{scope}的急停已由 {who} 解除</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Limit {rule} of {whose} set to {value}{was}{who}{why}</source>
            <translation>{whose}的{rule}限额设为 {value}{was}{who}{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Limit {rule} of {whose} taken away{was}{who}{why}</source>
            <translation>{whose}的{rule}限额已取消{was}{who}{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Order refused by the desk: {order}. {why}</source>
            <translation>委托被风控拒绝：{order}。{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Order {order_id} cancelled ({reason}) with {qty} open</source>
            <translation>委托 {order_id} 已撤单（{reason}），{qty} 未成交</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Order {order_id} filled {qty} at {price} as {liquidity}, {rest}</source>
            <translation>委托 {order_id} 成交 {qty} @ {price}，{liquidity}，{rest}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Order {order_id} replaced: {qty} at {price}, {leaves} open; {place}</source>
            <translation>委托 {order_id} 已改单：{qty} @ {price}，{leaves} 未成交；{place}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Order {order_id} sent to {venue}: {order}, {tif}</source>
            <translation>委托 {order_id} 已发往 {venue}：{order}，{tif}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Order {order_id} sent: {order}, {tif}</source>
            <translation>委托 {order_id} 已发送：{order}，{tif}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Order {order_id} works at {price}: {leaves} open, {ahead} ahead of it</source>
            <translation>委托 {order_id} 已挂单 @ {price}：{leaves} 未成交，前面有 {ahead}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Order {order_id} works outside the book: {leaves} open, {ahead} ahead of it</source>
            <translation>委托 {order_id} 已挂单，在盘口之外：{leaves} 未成交，前面有 {ahead}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Request refused: {what} of order {order_id}. {why}</source>
            <translation>请求被拒：委托 {order_id} 的{what}。{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Request refused: {what}. {why}</source>
            <translation>请求被拒：{what}。{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Run ended: {why}</source>
            <translation>运行已结束：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Run of {session} started</source>
            <translation>{session} 的运行已开始</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Run of {session} started, stopped by {who}</source>
            <translation>{session} 的运行已开始，由 {who} 停止</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Sign-in of {person} failed{where}: {why}, {failures} in a row</source>
            <translation>{person} 登录失败{where}：{why}，连续 {failures} 次</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Terminal locked because nobody touched it</source>
            <translation>终端因无人操作而锁定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>Terminal locked by {person}</source>
            <translation>终端由 {person} 锁定</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>an unknown name</source>
            <translation>未知名称</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>kept its place in the queue</source>
            <translation>保留了排队位置</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>lost its place in the queue</source>
            <translation>失去了排队位置</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>nothing left</source>
            <translation>无剩余</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>{also} further limits would have refused it.</source>
            <translation>另有 {also} 项限额也会拒绝它。</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>{person} signed in {means}</source>
            <translation>{person} {means}登录</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>{person} signed out: {why}</source>
            <translation>{person} 已退出登录：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>{qty} left</source>
            <translation>剩余 {qty}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>{side} {qty} at {price}, {lower}</source>
            <translation>{side} {qty} @ {price}，{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>{side} {qty}, {lower}</source>
            <translation>{side} {qty}，{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/sentences.py" />
            <source>{what}: {name}{who}{why}</source>
            <translation>{what}：{name}{who}{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Empty every field</source>
            <translation>清空所有栏</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Enter searches the record, newest entries first.</source>
            <translation>Enter 搜索记录，最新条目在前。</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Everything again (Esc)</source>
            <translation>重新显示全部（Esc）</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Journal entries</source>
            <translation>流水条目</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Known kinds</source>
            <translation>已知类型</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Newest entries first (Enter)</source>
            <translation>最新条目在前（Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Older</source>
            <translation>更早</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Older entries</source>
            <translation>更早的条目</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Only entries of our orders, positions, limits and stops</source>
            <translation>只看我方委托、持仓、限额和停止的条目</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Only what touches us</source>
            <translation>只看与我方有关的</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Open in replay</source>
            <translation>在回放中打开</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Ours only</source>
            <translation>仅我方</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Plays the tape to the marked entry's time, and pauses there (Ctrl+Enter)</source>
            <translation>把行情播到所标条目的时间并停在那里（Ctrl+Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Search the journal</source>
            <translation>搜索流水</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Stop searching</source>
            <translation>停止搜索</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>Stop</source>
            <comment>searching</comment>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>The next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>The whole of the marked entry</source>
            <translation>所标条目的全文</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>What was found stays</source>
            <translation>已找到的保留</translation>
        </message>
        <message>
            <location filename="../../widgets/journal/view.py" />
            <source>{tip}. Enter searches.</source>
            <translation>{tip}。Enter 搜索。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Alt+1, Alt+2 and so on choose a section</source>
            <translation>Alt+1、Alt+2 等选择分区</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Alt+Left goes to the page before</source>
            <translation>Alt+Left 回到上一页</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Arrows carry orders that were taken, Enter lets them go, Esc gives it up</source>
            <translation>方向键移动拿起的委托，Enter 放下，Esc 放弃</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Arrows choose a row, Page Up and Page Down scroll, Enter shows the orders of the row</source>
            <translation>方向键选择行，Page Up 和 Page Down 滚动，Enter 显示该行的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Arrows choose an entry, Enter follows its order, Esc goes back</source>
            <translation>方向键选择条目，Enter 跟踪其委托，Esc 返回</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Arrows move, Page Up and Page Down zoom prices</source>
            <translation>方向键移动，Page Up 和 Page Down 缩放价格</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Arrows, + and - move a number by one step, with Shift or Page keys by ten</source>
            <translation>方向键、+ 和 - 使数字变动一步，加 Shift 或 Page 键变动十步</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Arrows, Page keys, Home and End choose, Enter and Space choose again</source>
            <translation>方向键、Page 键、Home 和 End 选择，Enter 和 Space 再次选择</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Arrows, Page keys, Home and End go through the rows, with Shift choose several, Ctrl+A all</source>
            <translation>方向键、Page 键、Home 和 End 浏览各行，加 Shift 选多行，Ctrl+A 全选</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Arrows, Page keys, Home and End scroll</source>
            <translation>方向键、Page 键、Home 和 End 滚动</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Basket</source>
            <translation>篮子委托</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Ctrl+C copies the chosen rows, Shift+F10 opens the row's menu</source>
            <translation>Ctrl+C 复制所选行，Shift+F10 打开该行菜单</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Ctrl+C copies the entry, Ctrl+Enter plays the tape to it</source>
            <translation>Ctrl+C 复制条目，Ctrl+Enter 把行情播到该处</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Ctrl+Enter sends every row, or none</source>
            <translation>Ctrl+Enter 发送全部行，或一行也不发</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Ctrl+Enter sends; Enter goes to the next field, and sends on the button; Esc clears it</source>
            <translation>Ctrl+Enter 发送；Enter 到下一栏，在按钮上则发送；Esc 清空</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Dragged to where it would trade at once, an order moves only with Shift</source>
            <translation>拖到会立即成交之处的委托，只有按住 Shift 才移动</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>End goes to the latest, Home shows all as at first</source>
            <translation>End 到最新，Home 恢复最初的全部显示</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Enter edits the chosen limit</source>
            <translation>Enter 编辑所选限额</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Enter edits the chosen trigger</source>
            <translation>Enter 编辑所选触发器</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Enter enters, Esc leaves it</source>
            <translation>Enter 确认，Esc 离开</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Enter marks the chosen break as seen</source>
            <translation>Enter 把所选差异标为已看</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Enter opens the order's story, or opens and shuts a heading; Left and Right shut and open it</source>
            <translation>Enter 打开委托的经过，或展开和收起标题；Left 和 Right 收起和展开</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Enter tries, Esc ends a run</source>
            <translation>Enter 试算，Esc 结束运行</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Esc disarms and closes the list of orders</source>
            <translation>Esc 停用并关闭委托列表</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Esc ends what is under way, then disarms</source>
            <translation>Esc 先结束正在进行的，再停用</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Esc goes back to the list</source>
            <translation>Esc 回到列表</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Esc takes the first press back</source>
            <translation>Esc 收回第一次按下</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Forms</source>
            <translation>表单</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Ladder</source>
            <translation>价格阶梯</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Left and Right move, Up and Down zoom, Home goes to the beginning, End to the latest bar</source>
            <translation>Left 和 Right 移动，Up 和 Down 缩放，Home 到开头，End 到最新K线</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Left and Right read the curve, Esc stops reading</source>
            <translation>Left 和 Right 读取曲线，Esc 停止读取</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Letters and digits type a symbol to add, Alt+Up and Alt+Down move a line</source>
            <translation>字母和数字输入要添加的代码，Alt+Up 和 Alt+Down 移动一行</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Limits time machine</source>
            <translation>限额回溯</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Order ticket</source>
            <translation>下单</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Orders, fills, positions, account</source>
            <translation>委托、成交、持仓、账户</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Panels in sections</source>
            <translation>有分区的面板</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Reconciliation</source>
            <translation>对账</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Risk</source>
            <translation>风控</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Space on the stop button is one press, held it stops; Esc takes the first press back</source>
            <translation>急停按钮上 Space 为按一次，按住则停止；Esc 收回第一次按下</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Time and sales</source>
            <translation>逐笔成交</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Triggers</source>
            <translation>触发器</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>Watchlist</source>
            <translation>自选</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>{key} alone is typed in this panel: add Ctrl or Alt, or take a function key.</source>
            <translation>{key} 单独在此面板里用于输入：请加 Ctrl 或 Alt，或用功能键。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>{key} alone would fire while somebody types: add Ctrl or Alt, or take a function key.</source>
            <translation>单独的 {key} 会在打字时触发：请加 Ctrl 或 Alt，或用功能键。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>{key} belongs to {text}: give that another key first.</source>
            <translation>{key} 属于“{text}”：请先给它换键。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>{key} is a capital letter, and would fire while somebody types: add Ctrl or Alt.</source>
            <translation>{key} 是大写字母，会在打字时触发：请加 Ctrl 或 Alt。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>{key} is another key when it is pressed: take a letter, a digit or a function key.</source>
            <translation>{key} 按下时是另一个键：请用字母、数字或功能键。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>{key} is more than one key: a panel takes one.</source>
            <translation>{key} 不止一个键：面板只接受一个。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>{key} moves and edits everywhere: take another key.</source>
            <translation>{key} 到处用于移动和编辑：请换一个键。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>{text} always has a key.</source>
            <translation>“{text}”必须有快捷键。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>{where}: {what}</source>
            <translation>{where}：{what}</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/model.py" />
            <source>{where}: {what}.</source>
            <translation>{where}：{what}。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Back to {default}</source>
            <translation>恢复为 {default}</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Confirm: default keys</source>
            <translation>确认：默认快捷键</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Default</source>
            <translation>默认</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Default key of {text}</source>
            <translation>“{text}”的默认快捷键</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Default keys</source>
            <translation>默认快捷键</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Enter or click, then press the new key; Backspace: none; Esc: as it was</source>
            <translation>Enter 或单击，再按新键；Backspace：无；Esc：保持原样</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Enter or click, then press the new key; Delete: none; Esc: as it was</source>
            <translation>按 Enter 或点击，再按新键；Delete：无；Esc：保持原样</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Every action's default key</source>
            <translation>所有操作的默认快捷键</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Every key is the default already.</source>
            <translation>所有快捷键已是默认值。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Inside a panel, while it has the keys: these are fixed</source>
            <translation>面板内（拥有键盘时）：这些键固定不变</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Key of {text}</source>
            <translation>“{text}”的快捷键</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Keys that are lost: {count}. There is no way back: press once more within five seconds, or Esc.</source>
            <translation>将失去的快捷键：{count} 个。无法撤回：请在五秒内再按一次，或按 Esc。</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Search an action or a key</source>
            <translation>查找操作或键</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Search keys</source>
            <translation>查找快捷键</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Takes back every key that was changed</source>
            <translation>取消所有改过的快捷键</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>Words of an action, or a key</source>
            <translation>操作名称中的字，或键名</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>no key</source>
            <translation>无快捷键</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../widgets/keys/view.py" />
            <source>press the new key</source>
            <translation>按下新键</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source> The displayed book does not hold it all.</source>
            <translation>显示的盘口容不下全部。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source> worth {worth}</source>
            <translation>（价值 {worth}）</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>, </source>
            <translation>，</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>, {count} of them cannot be cancelled now</source>
            <translation>，其中 {count} 笔现在不可撤</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Blocked</source>
            <translation>拦截</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Cancel</source>
            <comment>an order</comment>
            <translation>撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Cancelled</source>
            <translation>已撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Cancels {orders}{worth}{frozen}, and</source>
            <translation>撤销 {orders}{worth}{frozen}，并</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Costs about {cost} against the middle: stops, cancels, then trades {held} away at the market.{short}</source>
            <translation>相对中间价约花费 {cost}：先停止、撤单，再以市价把 {held} 平掉。{short}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Engagement {hit_generation}, {words}: {parts}.</source>
            <translation>第 {hit_generation} 次触发，{words}：{parts}。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Flatten costs</source>
            <translation>平仓成本</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Flattening {words} ended with {left}: trade them by hand.</source>
            <translation>平仓{words}结束时{left}：请手工平掉。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Flattening {words}: {left}.</source>
            <translation>正在平仓{words}：{left}。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Hit</source>
            <translation>涉及</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Left</source>
            <comment>of orders</comment>
            <translation>剩余</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Lots</source>
            <translation>手数</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>No order is open;</source>
            <translation>没有未了结的委托；</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Not cancellable</source>
            <translation>不可撤</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>OVERRIDE: {count} lots may still pass until {clock}, asked by {asked_by}: {why}</source>
            <translation>强制放行：{clock} 前还可放行 {count} 手，由 {asked_by} 申请：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Override asked for by {asked_by}, waits for a second person: {why}</source>
            <translation>{asked_by} 申请强制放行，等待第二人：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Position</source>
            <translation>持仓</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Scope</source>
            <translation>范围</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Stands at</source>
            <translation>阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Stops {words}: blocks every new order.</source>
            <translation>停止{words}：拦截一切新委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Stops {words}; there is no position to bring to zero.</source>
            <translation>停止{words}；没有持仓需要平掉。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>The last stop found no open order.</source>
            <translation>上次停止时没有未了结的委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Tries</source>
            <translation>次数</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Verified</source>
            <translation>核实</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>Worth</source>
            <translation>价值</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>asked for</source>
            <translation>已申请撤</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>cancelled</source>
            <translation>已撤</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>filled before</source>
            <translation>撤前已成交</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>gone otherwise</source>
            <translation>以其他方式结束</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>kept until the market allows it</source>
            <translation>保留到市场允许撤单为止</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>no answer</source>
            <translation>没有答复</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>refused and kept</source>
            <translation>被拒并保留</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>refused, kept</source>
            <translation>被拒，保留</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>refused: {lower}</source>
            <translation>被拒：{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>without answer</source>
            <translation>没有答复</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>{count} positions</source>
            <translation>{count} 个持仓</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>{count} {fate}</source>
            <translation>{fate} {count} 笔</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>{flatten_left} position{s} left</source>
            <translation>还剩 {flatten_left} 个持仓</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>{named} and {count} more</source>
            <translation>{named} 和另外 {count} 个</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>{position} in {account}</source>
            <translation>{account} 持 {position}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>{scope} is flat.</source>
            <translation>{scope}已空仓。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/board.py" />
            <source>{what} blocks new ones: {words}.</source>
            <translation>{what}拦截新委托：{words}。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source> · {count} more</source>
            <translation> · 另有 {count} 项</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>At UTC</source>
            <translation>时间 UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>Blocks every new order; none of ours is open.</source>
            <translation>拦截一切新委托；我方没有未了结的委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>Cancels every open order of ours and blocks every new one.</source>
            <translation>撤销我方全部未了结委托，并拦截一切新委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>Cancels {orders}{worth} and blocks every new one.</source>
            <translation>撤销 {orders}{worth}，并拦截一切新委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>ENGAGED · new orders are refused</source>
            <translation>已触发 · 新委托被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>ENGAGED{what} · {count} of {count_2} orders still open{more}</source>
            <translation>已触发{what} · {count_2} 笔委托中仍有 {count} 笔未了结{more}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>ENGAGED{what} · {stands}{more}</source>
            <translation>已触发{what} · {stands}{more}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>Engagement {generation} by</source>
            <translation>第 {generation} 次触发，来自</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>Orders hit</source>
            <translation>涉及委托</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>Position {held} stays.</source>
            <translation>持仓 {held} 保留不动。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>Positions {held} stay.</source>
            <translation>持仓 {held} 保留不动。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>Refused since</source>
            <translation>其后拒绝</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>Released by {who}.</source>
            <translation>由 {who} 解除。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>Still open</source>
            <translation>仍未了结</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>approved, cancels only</source>
            <translation>已批准，只可撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>cancels all, blocks new</source>
            <translation>全部撤单，拦截新单</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>cancels {count}{worth}</source>
            <translation>撤销 {count} 笔{worth}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>none open, blocks new</source>
            <translation>无挂单，拦截新单</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>others work</source>
            <translation>其余照常</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>release asked for, new orders are refused</source>
            <translation>已申请解除，新委托被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>{count} of {count_2} cancelled</source>
            <translation>{count_2} 笔中已撤 {count} 笔</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>{count} of {count_2} orders still open</source>
            <translation>{count_2} 笔委托中仍有 {count} 笔未了结</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>{count} refused since</source>
            <translation>其后拒绝 {count} 笔</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/model.py" />
            <source>{part} · {stands}</source>
            <translation>{part} · {stands}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/rows.py" />
            <source>+{unsaid} more</source>
            <translation>+{unsaid} 条</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/rows.py" />
            <source>{keys} rows</source>
            <translation>{keys} 行</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/steps.py" />
            <source>Ask for release</source>
            <translation>申请解除</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/steps.py" />
            <source>Every order passes again.</source>
            <translation>重新放行一切委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/steps.py" />
            <source>Orders that reduce a position pass again.</source>
            <translation>重新放行减仓委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/steps.py" />
            <source>Release</source>
            <translation>解除</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/steps.py" />
            <source>Small orders pass again.</source>
            <translation>重新放行小额委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/steps.py" />
            <source>Still nothing new passes, cancels do.</source>
            <translation>仍不放行新委托，可撤单。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/steps.py" />
            <source>To {stage}</source>
            <translation>进到{stage}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/steps.py" />
            <source>{left} of its orders may still live. </source>
            <translation>其中 {left} 笔委托可能仍有效。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/steps.py" />
            <source>{left}{first} asks for the release; then another person approves it.</source>
            <translation>{left}由 {first} 申请解除，再由另一人批准。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/steps.py" />
            <source>{second} approves what {asked_by} asked for. {cancel_only}</source>
            <translation>由 {second} 批准 {asked_by} 的申请。{cancel_only}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/steps.py" />
            <source>{second} lets trading come back a step: {lets}</source>
            <translation>{second} 让交易恢复一步：{lets}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stop_button.py" />
            <source>CONFIRM STOP</source>
            <translation>确认停止</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stop_button.py" />
            <source>NOT STOPPED</source>
            <translation>未停止</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stop_button.py" />
            <source>STOPPING…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stop_button.py" />
            <source>not taken: press again</source>
            <translation>未被接受：请再按</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stop_button.py" />
            <source>press twice or hold · {key}</source>
            <translation>按两次或按住 · {key}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stop_button.py" />
            <source>waiting for the core</source>
            <translation>等待核心</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stop_button.py" />
            <source>{preview}
Two presses here or on {key}, or hold it down.</source>
            <translation>{preview}
在此或用 {key} 按两次，或按住。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>A stage down again</source>
            <translation>再退一级</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Back down</source>
            <translation>退回</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Blocks its new orders and cancels its open ones; two presses</source>
            <translation>拦截其新委托，撤销其未了结委托；按两次</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Confirm: {what}</source>
            <translation>确认：{what}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Flatten the chosen scope</source>
            <translation>平掉所选范围</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Flatten {words}</source>
            <translation>平仓{words}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Last rehearsal</source>
            <translation>上次演练</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>No stop has hit an order in this run.</source>
            <translation>本次运行中没有停止波及委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Nothing is stopped.</source>
            <translation>没有停止任何范围。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Orders of the last stop</source>
            <translation>上次停止的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Orders of the last stop, stragglers first</source>
            <translation>上次停止的委托，滞留的在前</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Overrides and flattening</source>
            <translation>强制放行和平仓</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Reason for the release</source>
            <translation>解除的理由</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Rehearse now</source>
            <translation>现在演练</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Stop the chosen scope</source>
            <translation>停止所选范围</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Stop {words}</source>
            <translation>停止{words}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Stopped by {who}.</source>
            <translation>由 {who} 急停。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Stops</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Stops it, then brings its positions to zero; two presses</source>
            <translation>先停止，再把其持仓平到零；按两次</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Takes back the last stage; two presses</source>
            <translation>收回上一级；按两次</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>The next step back</source>
            <translation>恢复的下一步</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Two persons release, then stage by stage; two presses</source>
            <translation>两人解除，再逐级恢复；按两次</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>What is stopped</source>
            <translation>已停止的范围</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>What it would do</source>
            <translation>会做什么</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>What stopping would hit now</source>
            <translation>现在停止会波及什么</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>What stopping would hit, by scope</source>
            <translation>停止会波及什么，按范围</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/stops_view.py" />
            <source>Why it may be released: cause known, positions right</source>
            <translation>为何可以解除：原因已明，持仓无误</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>, and {count} more</source>
            <translation>，另有 {count} 项</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>A risk officer or an operator asks for what is looser, and another one approves</source>
            <translation>放宽须由风控员或操作员申请，再由另一人批准</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Action</source>
            <translation>动作</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Ask to loosen</source>
            <translation>申请放宽</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>At once</source>
            <translation>立即生效</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>At</source>
            <comment>value</comment>
            <translation>触发值</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Does</source>
            <translation>动作</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Fired</source>
            <translation>触发于</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>From</source>
            <translation>起点</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>From where on it fires</source>
            <translation>从何处起触发</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>How far it looks back, or how old data may be</source>
            <translation>回看多久，或数据可以多旧</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>How far it looks back, or how old data may be: 60 s</source>
            <translation>回看多久，或数据可以多旧：60 s</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>How grave it is (Up, Down)</source>
            <translation>有多严重（Up、Down）</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>It trades positions away at the market, without anybody pressing.</source>
            <translation>无人按下也会以市价平掉持仓。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Looser, once a second person approves</source>
            <translation>放宽，待第二人批准后生效</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>New…</source>
            <translation>新建…</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>No loss is measured: the accounts' cash and the stop's capital are not told.</source>
            <translation>不计亏损：未告知账户资金和急停的本金。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>No.</source>
            <translation>号</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Of</source>
            <comment>whose orders</comment>
            <translation>对象</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Off</source>
            <translation>关</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>On</source>
            <translation>开</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>On or off</source>
            <translation>开或关</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Only what loosens needs one: it stands in the record</source>
            <translation>只有放宽需要理由：它会留在记录中</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Reason for loosening</source>
            <translation>放宽的理由</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Session time of the last time, in this run</source>
            <translation>本次运行中最近一次的会话时间</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Set at once</source>
            <translation>立即设定</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Sign in to set a trigger</source>
            <translation>登录后可设定触发器</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Threshold</source>
            <translation>阈值</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Tighter, at once</source>
            <translation>收紧，立即生效</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Times</source>
            <translation>次数</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Waits for a second person: {what}{more}.</source>
            <translation>等待第二人：{what}{more}。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>What it does</source>
            <translation>做什么</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>What it does (Up, Down)</source>
            <translation>做什么（Up、Down）</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>What it looks at</source>
            <translation>看什么</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>What it looks at (Up, Down)</source>
            <translation>看什么（Up、Down）</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>When</source>
            <translation>当</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Whether it is looked at</source>
            <translation>是否监看</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Whether it is looked at (Up, Down)</source>
            <translation>是否监看（Up、Down）</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Whose orders</source>
            <translation>谁的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Why</source>
            <comment>a reason</comment>
            <translation>理由</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Window</source>
            <translation>时段</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>Within</source>
            <translation>时段</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>a count is 1 to 10 000</source>
            <translation>次数为 1 到 10 000</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>a count is a whole number</source>
            <translation>次数为整数</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>a loss is more than zero, and 10 000 % at most</source>
            <translation>亏损须大于零，最多 10 000 %</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>a percent has at most two decimals</source>
            <translation>百分比最多两位小数</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>do</source>
            <translation>则</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>everything, or KIND:NAME: instrument:BTC-USD, account:1</source>
            <translation>everything，或 KIND:NAME：instrument:BTC-USD、account:1</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>from</source>
            <translation>从</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>it is so already: nothing would change</source>
            <translation>已经如此：不会有任何改变</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>it must be a number, without control characters</source>
            <translation>必须是数字，不含控制字符</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>of</source>
            <comment>whose orders</comment>
            <translation>对象</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>only what loosens needs one</source>
            <translation>只有放宽需要理由</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>say how long: 60 s, 5 min</source>
            <translation>请写明多久：60 s、5 min</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>the time must be more than zero, and less than centuries</source>
            <translation>时间必须大于零，且不到数百年</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>the time must be zero or more, and less than centuries</source>
            <translation>时间必须为零或以上，且不到数百年</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>there are {most_rows} triggers, and no more: change one of them</source>
            <translation>触发器已有 {most_rows} 个，不能再多：请修改其中之一</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>type from where on it fires</source>
            <translation>请输入从何处起触发</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>within</source>
            <translation>时段</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>{new} makes a trigger, Enter changes the chosen one.</source>
            <translation>{new} 新建触发器，Enter 修改所选的。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>{way}: {sentence}.</source>
            <translation>{way}：{sentence}。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_form.py" />
            <source>{who} sets triggers</source>
            <translation>触发器由{who}设定</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>A trigger that does not stand yet</source>
            <translation>尚不存在的触发器</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>Change the chosen trigger</source>
            <translation>修改所选触发器</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>Change…</source>
            <translation>修改…</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>New trigger {number}</source>
            <translation>新触发器 {number}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>Nothing stops by itself: no trigger stands. {new} makes one.</source>
            <translation>不会自行停止：没有触发器。{new} 新建一个。</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>Number, action, severity, on or off (Enter)</source>
            <translation>数值、动作、级别、开关（Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>Off takes two people</source>
            <translation>关闭需要两人</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>Switch off…</source>
            <translation>关闭…</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>Switch on…</source>
            <translation>打开…</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>Switch the chosen trigger on or off</source>
            <translation>打开或关闭所选触发器</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>Trigger {number}</source>
            <translation>触发器 {number}</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/triggers_view.py" />
            <source>What tightens counts at once, what loosens asks for a second person (Enter)</source>
            <translation>收紧立即生效，放宽须第二人批准（Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/view.py" />
            <source>Lets new orders through again; two presses</source>
            <translation>重新放行新委托；按两次</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/view.py" />
            <source>Release the kill switch</source>
            <translation>解除急停</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/view.py" />
            <source>Release…</source>
            <translation>解除…</translation>
        </message>
        <message>
            <location filename="../../widgets/kill_switch/view.py" />
            <source>State unknown: waiting for the core. Stop works already.</source>
            <translation>状态未知：等待核心。停止按钮已可用。</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>A GTD order needs an end in the future</source>
            <translation>GTD 委托的结束时间须在将来</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>A basket of {value} orders; the limit is {limit}</source>
            <translation>{value} 笔委托的篮子；限额为 {limit}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>A check could not be made: something that it needs is missing</source>
            <translation>无法检查：缺少所需的数据</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>A market order cannot rest: use IOC or FOK</source>
            <translation>市价委托不能挂着：请用 IOC 或 FOK</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>A post-only order that would trade at once</source>
            <translation>只挂单的委托会立即成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>A release needs a reason in words</source>
            <translation>解除需要写明理由</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>A rule has taken this out: a person has to enable it</source>
            <translation>已被规则停用：须由人启用</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>After trading</source>
            <translation>盘后</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Age of prices</source>
            <translation>价格时效</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>All working orders</source>
            <translation>全部挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>An id or name is too long, or has characters that nobody can read</source>
            <translation>编号或名称过长，或含有不可读字符</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>An outside venue takes people with accounts: add them first</source>
            <translation>外部场所只接受有账户的人：请先添加</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Another fill</source>
            <translation>成交不同</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>At close</source>
            <translation>收盘</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>At open</source>
            <translation>开盘</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Auction</source>
            <translation>竞价</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Blocking</source>
            <translation>拦截中</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Bracket</source>
            <translation>括号单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Buy</source>
            <translation>买入</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Cancel all</source>
            <translation>全部撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Cancel only</source>
            <translation>只许撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Cancelling</source>
            <translation>撤单中</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Cancels</source>
            <translation>撤单数</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Changes to new</source>
            <translation>改单新单比</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Changes to new orders</source>
            <translation>改单与新单之比</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Clock went back</source>
            <translation>时钟倒退</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Closed</source>
            <translation>休市</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Closing auction</source>
            <translation>收盘竞价</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Cluster exposure</source>
            <translation>联动敞口</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Conservative mode: no new instruments for now</source>
            <translation>保守模式：目前不许新合约</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Continuous</source>
            <translation>连续交易</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>DRILL</source>
            <translation>演练</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Dark, green and red</source>
            <translation>深色，绿与红</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Drawdown</source>
            <translation>回撤</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>ENDED</source>
            <translation>已结束</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Emergency</source>
            <translation>紧急</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Errors</source>
            <translation>错误</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Exposure against equity</source>
            <translation>敞口与权益之比</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Exposure to instruments that move together</source>
            <translation>联动合约的敞口</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Exposure to the sector</source>
            <translation>行业敞口</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>FOK</source>
            <translation>FOK</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Fill only here</source>
            <translation>仅我方有成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Fill only there</source>
            <translation>仅对方有成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Fill or kill: all of it at once, or nothing</source>
            <translation>全部成交否则撤销：一次全部成交，否则不成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Filled, part undone</source>
            <translation>全部成交，部分已撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Fills unattended</source>
            <translation>无人值守成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>For the day: ends with the trading day</source>
            <translation>当日有效：随交易日结束</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Full disk</source>
            <translation>磁盘已满</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>GTC</source>
            <translation>GTC</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>GTD</source>
            <translation>GTD</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Good till a date: ends at the time that you type</source>
            <translation>指定日期前有效：在你输入的时间结束</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Good till cancelled: rests until it is filled or cancelled</source>
            <translation>撤销前有效：一直挂着，直到成交或撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Gross exposure</source>
            <translation>总敞口</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Halt</source>
            <translation>暂停</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Halted</source>
            <translation>暂停</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Held stop</source>
            <translation>代持止损</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>High contrast</source>
            <translation>高对比度</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>High contrast, green and red</source>
            <translation>高对比度，绿与红</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>IOC</source>
            <translation>IOC</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Immediate or cancel: takes what is there, the rest is cancelled</source>
            <translation>立即成交否则撤销：能成交多少成交多少，其余撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>In doubt</source>
            <translation>存疑</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>It could trade with an order of ours</source>
            <translation>可能与我方委托成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>It takes a risk officer and an operator</source>
            <translation>需要一名风控员和一名操作员</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Kill switch is being released: only orders that reduce the position pass</source>
            <translation>急停正在解除：只放行减仓委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Kill switch is being released: orders are small for now</source>
            <translation>急停正在解除：目前只许小额委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Kill switch is engaged: release it first</source>
            <translation>急停已触发：请先解除</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Kill switch is released already</source>
            <translation>急停已经解除</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Kill switch was engaged again since: look, then release again</source>
            <translation>急停之后又触发过：请查看后再解除</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>LIVE SIM</source>
            <translation>实时模拟</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Leverage</source>
            <translation>杠杆</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Light, green and red</source>
            <translation>浅色，绿与红</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Limit if touched</source>
            <translation>触价限价</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Line to a venue</source>
            <translation>场所线路</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Lines of a basket</source>
            <translation>篮子笔数</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Loss of the day</source>
            <translation>当日亏损</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Lots ordered to lots traded</source>
            <translation>委托手数与成交手数之比</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Maker</source>
            <translation>挂单方</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Market</source>
            <translation>市价</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Market if touched</source>
            <translation>触价市价</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Market velocity</source>
            <translation>市场速度</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Match with ourselves</source>
            <translation>自成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>May take</source>
            <translation>可吃单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Messages</source>
            <translation>消息数</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Messages of ours</source>
            <translation>我方报单频率</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Messages to trades</source>
            <translation>消息与成交之比</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Middle</source>
            <translation>中间</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>More than its parent order has left</source>
            <translation>超过父单的剩余量</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Net exposure</source>
            <translation>净敞口</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>No market price to judge this order by</source>
            <translation>没有市场价可判断此委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>No new risk in the last {limit:g} minutes before the market closes: only orders that reduce the position pass</source>
            <translation>收市前最后 {limit:g} 分钟内不接受新风险：只有减少持仓的委托可通过</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>No new risk outside continuous trading and in its first {limit:g} minutes: only orders that reduce the position pass</source>
            <translation>连续交易以外的时段及其开始后 {limit:g} 分钟内不接受新风险：只有减少持仓的委托可通过</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>No operator and risk officer would be left to change roles</source>
            <translation>将没有操作员和风控员可更改角色</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>No rate of exchange into the base currency, or one that is too old</source>
            <translation>没有到基准货币的汇率，或汇率过旧</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>No session is running</source>
            <translation>没有会话在运行</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>No such order of ours</source>
            <translation>我方没有此委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>No such parent order for this account, instrument and side</source>
            <translation>此账户、合约和方向没有这样的母单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>No such trade, or it is too old</source>
            <translation>没有此成交，或已过久</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Nobody approves their own request: another person must</source>
            <translation>不能批准自己的申请：须由另一人</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Nobody asked for it, or the request lapsed: ask again</source>
            <translation>没有人申请，或申请已失效：请重新申请</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Nobody has said what the account's equity is, or nothing is left of it</source>
            <translation>没有账户权益数据，或权益已尽</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Nobody knows what the venue holds: wait for its answer, or cancel</source>
            <translation>无人知道场所持有多少：请等答复，或撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Not an account name: small letters, digits, dot, hyphen and underscore</source>
            <translation>不是账户名：小写字母、数字、点、连字符和下划线</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Not verified</source>
            <translation>未核实</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Nothing new</source>
            <translation>不收新单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Nothing to trade with on the other side</source>
            <translation>对方没有可成交的量</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>OCO</source>
            <translation>OCO</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>OTO</source>
            <translation>OTO</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Old market data</source>
            <translation>行情过旧</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Only in the closing auction</source>
            <translation>只参加收盘竞价</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Only in the next auction, whichever it is</source>
            <translation>只参加下一次竞价，不论哪次</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Only in the opening auction</source>
            <translation>只参加开盘竞价</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Open only here</source>
            <translation>仅我方有挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Open only there</source>
            <translation>仅对方有挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Open quantity</source>
            <translation>未成交量不同</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Opening auction</source>
            <translation>开盘竞价</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Order of {qty} {base} is above the limit of {qty_2}</source>
            <translation>{qty} {base} 的委托超过限额 {qty_2}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Order quantity</source>
            <translation>委托量</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Order value</source>
            <translation>委托金额</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Order worth</source>
            <translation>委托价值</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Order worth {money} {quote} is above the limit of {money_2}</source>
            <translation>价值 {money} {quote} 的委托超过限额 {money_2}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Orders and changes in the time allowed</source>
            <translation>规定时间内的委托和改单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Orders filled without a person looking</source>
            <translation>无人查看时的成交委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Orders to trades</source>
            <translation>委托成交比</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Other side</source>
            <translation>对方</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Our line to the exchange is not up</source>
            <translation>到交易所的线路未接通</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Own side</source>
            <translation>本方</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>PAUSED</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Part undone</source>
            <translation>部分撤销成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Pegged</source>
            <translation>挂钩</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Position could reach {qty} {base}; the limit is {qty_2}</source>
            <translation>持仓可能达到 {qty} {base}；限额为 {qty_2}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Position of equity</source>
            <translation>持仓占权益</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Positions against fills</source>
            <translation>持仓与成交不符</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Post only</source>
            <translation>只挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Post, slide</source>
            <translation>只挂单，退让</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Pre-open</source>
            <translation>开市前</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Price collar</source>
            <translation>价格笼子</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Price is not on the tick grid</source>
            <translation>价格不在最小变动价位上</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Price {price} is outside the collar, which ends at {price_2}</source>
            <translation>价格 {price} 在价格笼子之外，边界为 {price_2}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Quantity must be more than zero and a whole number of lots</source>
            <translation>数量必须大于零，且为整数手</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Quiet after open</source>
            <translation>开市静默</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Quiet before close</source>
            <translation>收市静默</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Quote</source>
            <translation>报价</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Quote protection struck: set it again first</source>
            <translation>报价保护已触发：请先重设</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>REPLAY</source>
            <translation>回放</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Reduce only</source>
            <translation>只许减仓</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Refused and rejected</source>
            <translation>被拒过多</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Rejected</source>
            <translation>已拒单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Release asked for</source>
            <translation>已申请解除</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Released</source>
            <translation>已解除</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Replacing</source>
            <translation>改单中</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Same order again</source>
            <translation>重复委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Sector exposure</source>
            <translation>行业敞口</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Sell</source>
            <translation>卖出</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Sent</source>
            <translation>已发送</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Share of day volume</source>
            <translation>占日成交量</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Share of depth</source>
            <translation>占深度</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Silent window</source>
            <translation>窗口无响应</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Size against usual</source>
            <translation>与平常大小之比</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Small orders</source>
            <translation>只许小单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Spread</source>
            <translation>价差</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Stop</source>
            <translation>止损</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Stop limit</source>
            <translation>止损限价</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Stop new</source>
            <translation>停止新单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Such a limit cannot be</source>
            <translation>这样的限额不成立</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Taker</source>
            <translation>吃单方</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Tell</source>
            <translation>提示</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The disk is almost full</source>
            <translation>磁盘快满</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The displayed quantity must be a whole number of lots</source>
            <translation>显示量必须为整数手</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The drawdown</source>
            <translation>回撤</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The exchange does not know this order</source>
            <translation>交易所没有此委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The exchange does not list this instrument</source>
            <translation>交易所没有此合约</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The exchange does not take this price: look at its tick size</source>
            <translation>交易所不接受此价格：请看最小变动价位</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The exchange does not take this quantity</source>
            <translation>交易所不接受此数量</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The exchange has blocked us: ask its operator</source>
            <translation>交易所已封禁我方：请找其操作员</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The instrument is restricted: only orders that reduce the position pass, or none</source>
            <translation>合约受限：只放行减仓委托，或全不放行</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The instruments held</source>
            <translation>持有的合约数</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The kill switch knows no such scope</source>
            <translation>急停没有这个范围</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The market takes no such order in its present phase</source>
            <translation>市场当前阶段不接受这种委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The market's move</source>
            <translation>市场波动</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The market's newest message is older than {limit:g} s: nothing to judge a price by</source>
            <translation>市场最新消息早于 {limit:g} 秒：无从判断价格</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The move of one's own fills</source>
            <translation>自己成交价的移动</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The order</source>
            <translation>此委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The order has this price and quantity already</source>
            <translation>委托的价格和数量本来就是这样</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The order is another session's</source>
            <translation>委托属于另一连接</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The order is done already</source>
            <translation>委托已了结</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The order is larger than the exchange can book</source>
            <translation>委托超过交易所可记录的大小</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The order's share of a day's volume</source>
            <translation>委托占日成交量的比例</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The order's share of what is displayed</source>
            <translation>委托占显示量的比例</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The order's size against the usual one</source>
            <translation>委托大小与平常之比</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The parent order has {qty} {base} left, this needs {qty_2}</source>
            <translation>母单还剩 {qty} {base}，这里需要 {qty_2}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The parent order was cancelled</source>
            <translation>母单已撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The position's share of the account's equity</source>
            <translation>持仓占账户权益的比例</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The price is outside the exchange's price band</source>
            <translation>价格超出交易所的价格区间</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The same order was sent a moment ago</source>
            <translation>刚刚发过相同的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The trigger price is not on the tick grid</source>
            <translation>触发价不在最小变动价位上</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The venue has no such orders</source>
            <translation>该场所没有此类订单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The venue {venue} has no {kind}</source>
            <translation>{venue} 没有{kind}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>The whole basket</source>
            <translation>整个篮子</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>There is no such account</source>
            <translation>没有这个账户</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>There is no such scope for a limit</source>
            <translation>没有这样的限额范围</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>These market rules contradict each other</source>
            <translation>这些市场规则互相矛盾</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>These orders do not fit together</source>
            <translation>这些委托搭配不成</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>These settings do not go together</source>
            <translation>这些条件互相冲突</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>This instrument is not listed</source>
            <translation>此合约未上市</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>This order number is used already</source>
            <translation>此委托编号已用过</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>This person may not do that to the kill switch</source>
            <translation>此人无权对急停做这件事</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>This phase does not follow the present one</source>
            <translation>此阶段不能接在当前阶段之后</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>This request no longer waits</source>
            <translation>此申请已不再等待</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>This setting of the kill switch cannot be</source>
            <translation>急停的此项设置不成立</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>This takes two people: ask for approval</source>
            <translation>需要两人：请申请批准</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>This ticket was sent already</source>
            <translation>此下单已发送过</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Time of day</source>
            <translation>时刻</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Today's loss</source>
            <translation>今日亏损</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Too many requests wait already</source>
            <translation>等待的申请已经太多</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Trading comes back one stage at a time, after two people agreed</source>
            <translation>两人同意后，交易一次恢复一个阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Trailing stop</source>
            <translation>跟踪止损</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Volatility</source>
            <translation>波动率</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Volume to trades</source>
            <translation>委托量成交量比</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Walk of own fills</source>
            <translation>自身成交价移动</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Worth of a basket</source>
            <translation>篮子价值</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Worth of open orders</source>
            <translation>挂单总价值</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>Your role does not allow this</source>
            <translation>你的角色不允许这样做</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>a fill after the end; booked</source>
            <translation>结束后的成交；已入账</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>a fill of an order that we never sent there</source>
            <translation>我方从未发往那里的委托的成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>a risk officer</source>
            <translation>风控员</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>a trader</source>
            <translation>交易员</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>a viewer</source>
            <translation>观察员</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>about a fill that we have not heard of</source>
            <translation>关于我方未曾收到的成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>about an order that we never sent there</source>
            <translation>关于我方从未发往那里的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>an operator</source>
            <translation>操作员</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>blocked by the exchange</source>
            <translation>被交易所封禁</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>bracket</source>
            <translation>括号单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>by the operator</source>
            <translation>由操作员</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>by the schedule</source>
            <translation>按时间表</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>by the venue, without a reason</source>
            <translation>由场所撤销，未说明原因</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>cancel all orders</source>
            <comment>a request</comment>
            <translation>全部撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>closed by a restriction</source>
            <translation>因限制而关闭</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>closed</source>
            <comment>to trading</comment>
            <translation>禁止交易</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>does not fit the order's state</source>
            <translation>与委托状态不符</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>expired</source>
            <translation>过期</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>expired while the desk held it</source>
            <translation>在交易台代持期间到期</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>extended: it would price outside the band</source>
            <translation>延长：否则成交价超出区间</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>fired</source>
            <translation>已触发</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>fired, and found nothing to trade with</source>
            <translation>触发后无可成交对手</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>had been undone before it came</source>
            <translation>到达之前已被撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>held back by the kill switch</source>
            <translation>被急停拦下</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>hidden orders</source>
            <translation>隐藏订单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>iceberg orders</source>
            <translation>冰山订单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>is too small, and could not grow</source>
            <translation>太小，且无法增大</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>its parent order was cancelled</source>
            <translation>母单已撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>kill switch</source>
            <translation>急停</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>larger than anybody asked; booked</source>
            <translation>大于任何人的要求；已入账</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>left over from the auction</source>
            <translation>竞价剩余</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>line went down</source>
            <translation>线路中断</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>lost: it is not sent again</source>
            <translation>丢失：不再重发</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>mass cancel</source>
            <translation>批量撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>more than was open; booked</source>
            <translation>多于未成交量；已入账</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>no restriction</source>
            <translation>无限制</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>numbers that cannot be</source>
            <translation>不可能的数字</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>on request</source>
            <translation>按要求</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>one cancels the other</source>
            <translation>二选一（OCO）</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>one triggers the other</source>
            <translation>一触发二（OTO）</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>only reducing</source>
            <translation>只许减仓</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>operator</source>
            <translation>操作员</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>orders for auctions alone</source>
            <translation>仅限集合竞价的订单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>orders for the closing auction</source>
            <translation>收盘集合竞价订单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>orders for the opening auction</source>
            <translation>开盘集合竞价订单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>orders with a least quantity</source>
            <translation>有最小数量要求的订单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>pegged orders</source>
            <translation>挂钩订单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>post-only orders</source>
            <translation>只做挂单的订单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>price moved too fast</source>
            <translation>价格变动过快</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>quote protection</source>
            <translation>报价保护</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>quote taken out</source>
            <translation>报价已撤出</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>remainder not filled at once</source>
            <translation>剩余未能立即成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>risk officer</source>
            <translation>风控员</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>run ended</source>
            <translation>运行结束</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>said before; nothing is booked twice</source>
            <translation>已经报过；不重复入账</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>stood at a price band</source>
            <translation>停在价格区间边缘</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>stop that the desk holds</source>
            <translation>交易台代持的止损</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>such orders</source>
            <translation>此类订单</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>the auction ended</source>
            <translation>竞价结束</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>the halt ended</source>
            <translation>暂停结束</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>the order linked to it filled or ended</source>
            <translation>关联委托已成交或已结束</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>the venue counts other fills than we do</source>
            <translation>场所所计成交与我方不同</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>the venue did not answer in time</source>
            <translation>场所没有及时答复</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>the venue does not have it</source>
            <translation>场所没有此委托</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>viewer</source>
            <translation>观察员</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>would have met an order of ours</source>
            <translation>会与我方委托成交</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>{reason} come to {value}; the limit is {limit}</source>
            <translation>{reason}达到 {value}；限额为 {limit}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>{reason} comes to {value:,.2f} in the base currency; the limit is {limit:,.2f}</source>
            <translation>{reason}按基准货币达到 {value:,.2f}；限额为 {limit:,.2f}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>{reason} comes to {value:.2f} %; the limit is {limit:.2f} %</source>
            <translation>{reason}达到 {value:.2f} %；限额为 {limit:.2f} %</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>{reason} comes to {value:.2f}; the limit is {limit:.2f}</source>
            <translation>{reason}达到 {value:.2f}；限额为 {limit:.2f}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>{request} refused: {why}</source>
            <translation>{request}被拒：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>{request} rejected: {why}</source>
            <translation>{request}被交易所拒绝：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/labels.py" />
            <source>{value} orders would be open; the limit is {limit}</source>
            <translation>将有 {value} 笔挂单；限额为 {limit}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/form.py" />
            <source>a size has at most {preset_length} characters</source>
            <translation>数量最多 {preset_length} 个字符</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/form.py" />
            <source>the size is out of range</source>
            <translation>数量超出范围</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/form.py" />
            <source>the size must be a number</source>
            <translation>数量必须是数字</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/keyboard.py" />
            <source>no order of ours on this row</source>
            <translation>此行没有我方委托</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Ask</source>
            <translation>卖价</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Bid</source>
            <translation>买价</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Flat</source>
            <translation>空仓</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Long</source>
            <translation>多头</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Open P&amp;L of the position at {mark}, before fees; as in the positions blotter</source>
            <translation>持仓的浮动盈亏，按{mark}，未扣手续费；与持仓表一致</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Open P&amp;L of the position: no price to value it at yet</source>
            <translation>持仓的浮动盈亏：尚无价格可供估值</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Open P&amp;L {worth}</source>
            <translation>浮动盈亏 {worth}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Own {side} {plain_qty} of {plain_qty_2} at {price}, {plain_qty_3} ahead</source>
            <translation>我方{side} {plain_qty} / {plain_qty_2} @ {price}，前面 {plain_qty_3}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Own {side} {qty}: {stop}, in no queue until it fires</source>
            <translation>我方{side} {qty}：{stop}，触发前不在队列中</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>P&amp;L {worth}</source>
            <translation>盈亏 {worth}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Short</source>
            <translation>空头</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Spread {price}</source>
            <translation>价差 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>Traded</source>
            <translation>成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>buy</source>
            <translation>买入</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>sell</source>
            <translation>卖出</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>the last trade, {price}</source>
            <translation>最新成交价 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/model.py" />
            <source>the middle of bid and ask, {price}</source>
            <translation>买卖价中间 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/paint.py" />
            <source>Ahead</source>
            <translation>前面</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/paint.py" />
            <source>Ask {base}</source>
            <translation>卖 {base}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/paint.py" />
            <source>Bid {base}</source>
            <translation>买 {base}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/paint.py" />
            <source>Buys</source>
            <translation>我方买</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/paint.py" />
            <source>No order book yet</source>
            <translation>尚无盘口</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/paint.py" />
            <source>Price {quote}</source>
            <translation>价格 {quote}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/paint.py" />
            <source>Sells</source>
            <translation>我方卖</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/paint.py" />
            <source>Start a session: bids and asks appear here around the touch.</source>
            <translation>启动会话：买卖盘围绕最优价显示在这里。</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/queue.py" />
            <source>   ours is {ordinal}, {size} before it</source>
            <translation>   我方为 {ordinal}，前面 {size}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/queue.py" />
            <source>, {count} more of ours</source>
            <translation>，另有我方 {count} 笔</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/queue.py" />
            <source>Each order of the level, the first to trade on the left. Click, or Enter in the ladder, closes it</source>
            <translation>该价位的每笔委托，最左先成交。单击，或在阶梯内按 Enter 关闭</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/queue.py" />
            <source>Orders of a level</source>
            <translation>一个价位的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/queue.py" />
            <source>Ours is {ordinal} of {count}, {size} before it</source>
            <translation>我方{ordinal}，共 {count} 笔，前面 {size}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/queue.py" />
            <source>Ours of {qty} is {ordinal} of {count}, {before} before it</source>
            <translation>我方 {qty} 排在{ordinal}，共 {count} 笔，前面 {before}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/queue.py" />
            <source>{number}{s}</source>
            <comment>in a queue</comment>
            <translation>第 {number}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/queue.py" />
            <source>{side} {price}   {decimal} order{s}   {lots}</source>
            <translation>{side} {price}   {decimal} 笔委托   {lots}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/rows.py" />
            <source>Price ladder</source>
            <translation>价格阶梯</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/size_row.py" />
            <source>Enter keeps it, Esc gives up</source>
            <translation>Enter 保留，Esc 放弃</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/size_row.py" />
            <source>New size of button {editing}</source>
            <translation>按钮 {editing} 的新数量</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/size_row.py" />
            <source>New size of the button</source>
            <translation>按钮的新数量</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/size_row.py" />
            <source>Order size</source>
            <translation>委托数量</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/size_row.py" />
            <source>Order size {text}</source>
            <translation>委托数量 {text}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/size_row.py" />
            <source>Size of a one-click order; Enter goes back to the ladder</source>
            <translation>一键委托的数量；Enter 回到价格阶梯</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/size_row.py" />
            <source>{size}; double click changes it</source>
            <translation>{size}；双击修改</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Arm or disarm one-click trading; Esc disarms</source>
            <translation>启用或停用一键交易；Esc 停用</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Auto</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Auto centre</source>
            <translation>自动居中</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Cancel all own buy orders here</source>
            <translation>撤销此处我方全部买单</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Cancel all own orders of this instrument</source>
            <translation>撤销此合约我方全部委托</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Cancel all own sell orders here</source>
            <translation>撤销此处我方全部卖单</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Cancel asks</source>
            <translation>撤卖单</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Cancel bids</source>
            <translation>撤买单</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Centre</source>
            <translation>居中</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Centre on the touch</source>
            <translation>以最优价居中</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Centre on the touch, also by a middle click</source>
            <translation>以最优价居中，也可用鼠标中键</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Coarser rows</source>
            <translation>更粗的行</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Fewer ticks a row, also by Ctrl+wheel</source>
            <translation>每行更少价位，也可用 Ctrl+滚轮</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Finer rows</source>
            <translation>更细的行</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>More ticks a row, also by Ctrl+wheel</source>
            <translation>每行更多价位，也可用 Ctrl+滚轮</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>One-click trading is armed</source>
            <translation>一键交易已启用</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>One-click trading is disarmed</source>
            <translation>一键交易已停用</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Profit along the prices</source>
            <translation>沿价位显示盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Re-centre when the touch leaves the middle of the rows</source>
            <translation>最优价离开中部时重新居中</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>Row {price}</source>
            <translation>每行 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/strips.py" />
            <source>What the open position would have won at each price</source>
            <translation>持仓在每个价位的盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/view.py" />
            <source>no order is known at this price</source>
            <translation>此价位没有已知委托</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/view.py" />
            <source>nothing was cancelled: no instrument is shown yet</source>
            <translation>未撤销任何委托：尚未显示合约</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/view.py" />
            <source>the ladder is hidden</source>
            <translation>价格阶梯已隐藏</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>Data is stale</source>
            <translation>行情过时</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>The ladder moved: look, and click again</source>
            <translation>价格阶梯移动了：请看清后再点一次</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>Touch is {where}</source>
            <translation>最优价在{where}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>Touch is {where} – {key}</source>
            <translation>最优价在{where} – {key}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>a trailing stop follows the market: nothing moves</source>
            <translation>跟踪止损跟随市场：什么也不移动</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>choose a row first: arrow keys</source>
            <translation>先用方向键选一行</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>click places, drag moves</source>
            <translation>点击下单，拖动改价</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>crosses</source>
            <translation>会成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>disarmed: press {key} to arm</source>
            <translation>已停用：按 {key} 启用</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>fires</source>
            <translation>会触发</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>from {to}: arrow keys, Enter lets go</source>
            <translation>从 {to}：方向键移动，Enter 放下</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>let go here: nothing moves</source>
            <translation>在此松开：不移动</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>move trigger of {plain_qty} to {to}</source>
            <translation>将 {plain_qty} 的触发价移到 {to}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>move {plain_qty} to {to}</source>
            <translation>把 {plain_qty} 移到 {to}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>not sent without Shift: {ticks} ticks through</source>
            <translation>未按 Shift，不发送：越过 {ticks} 个最小价位</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>paused: clicks still place</source>
            <translation>已暂停：点击仍会下单</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>{buy} {size} at {price}</source>
            <translation>{buy} {size} @ {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>{key} arms one-click trading</source>
            <translation>按 {key} 启用一键交易</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>{order}, trades at once down to there</source>
            <translation>{order}，立即成交，向下直至该价</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>{order}, trades at once up to there</source>
            <translation>{order}，立即成交，向上直至该价</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>{order}: trades at once</source>
            <translation>{order}：立即成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>{order}: {ticks} ticks through, hold Shift</source>
            <translation>{order}：越过 {ticks} 个最小价位，按住 Shift</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>{phase}: clicks still place</source>
            <translation>{phase}：点击仍会下单</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>{price}: trades at once</source>
            <translation>{price}：立即成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ladder/words.py" />
            <source>{ticks} ticks through: hold Shift</source>
            <translation>越过 {ticks} 个最小价位：按住 Shift</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source> over {window_ns} s</source>
            <translation>（{window_ns} 秒内）</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source> within {time}</source>
            <translation>，{time} 内</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>, soft</source>
            <translation>，软限额</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>0 or more</source>
            <translation>0 或更大</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>0 s or more</source>
            <translation>0 秒或更长</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>1 lot</source>
            <translation>1 手</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>1 unit</source>
            <translation>1 单位</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>From {clock} to {clock_2} UTC</source>
            <translation>{clock} 至 {clock_2} UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>While {lower}{window} is {decimal} % or more</source>
            <translation>当{lower}{window}达到 {decimal} % 或以上时</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>a count</source>
            <translation>数目</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>a time: 60 s</source>
            <translation>时间：60 s</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>at most {value}{window}</source>
            <translation>最多 {value}{window}</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>base currency</source>
            <translation>基准货币</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>each {words}</source>
            <translation>每个{words}</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>lots</source>
            <translation>手</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>more than 0</source>
            <translation>大于 0</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>more than 0 s</source>
            <translation>长于 0 秒</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>no limit any more</source>
            <translation>不再有限额</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>no news yet</source>
            <translation>尚无消息</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>no such rule for {lower}</source>
            <translation>{lower}没有这种规则</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>quantity must be a multiple of {qty} {base}</source>
            <translation>数量必须是 {qty} {base} 的整数倍</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>time must have at most 3 decimals</source>
            <translation>时间最多 3 位小数</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>time must say its unit: 60 s, 15 min, 500 ms or 2 h</source>
            <translation>时间须带单位：60 s、15 min、500 ms 或 2 h</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>times</source>
            <translation>倍</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>units</source>
            <translation>单位</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>value is out of range: {text}</source>
            <translation>数值超出范围：{text}</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>value must be a number, without control characters</source>
            <translation>数值必须是数字，不含控制字符</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>value must be a whole number</source>
            <translation>数值必须是整数</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>value must be more than zero: to stop everything, use the kill switch</source>
            <translation>数值必须大于零：要停止一切，请用急停</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>value must have at most {decimals} decimals</source>
            <translation>数值最多 {decimals} 位小数</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>value must not be negative</source>
            <translation>数值不能为负</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>{decimal} lots</source>
            <translation>{decimal} 手</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>{decimal} units</source>
            <translation>{decimal} 单位</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>{lower} counts {percent} %</source>
            <translation>{lower}按 {percent} % 计</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>{rule} of {whose}{where}: {value}{soft}</source>
            <translation>{whose}{where}的{rule}：{value}{soft}</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>{rule}: a time, {n0_s_or_more_is}, in milliseconds at the finest</source>
            <translation>{rule}：时间，{n0_s_or_more_is}，最细到毫秒</translation>
        </message>
        <message>
            <location filename="../../widgets/limit_words.py" />
            <source>{rule}: {least}, in steps of {step}, at most {value}</source>
            <translation>{rule}：{least}，步长 {step}，最多 {value}</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source> {count} entries of a run without its beginning are left out.</source>
            <translation> 缺少开头的运行中有 {count} 条未计入。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>, {count} made smaller</source>
            <translation>，{count} 笔被减小</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>A path has at most {most_typed} characters, all of which can be seen.</source>
            <translation>路径最多 {most_typed} 个字符，且均须可见。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>At most</source>
            <translation>上限</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>Choose {noun}.</source>
            <translation>请选择{noun}。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>It came to</source>
            <translation>达到</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>Limit</source>
            <comment>of risk</comment>
            <translation>限额</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>No run lists {symbols}: those lines were not tried.</source>
            <translation>没有运行上市 {symbols}：未试这些行。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>Of {judged} orders and replaces that were approved, {refused} would be refused{rules}{smaller}; of {recorded} that limits refused, {through} would go through{through_rules}.</source>
            <translation>当时放行的 {judged} 笔委托和改单中，{refused} 笔将被拒{rules}{smaller}；被限额拒绝的 {recorded} 笔中，{through} 笔将放行{through_rules}。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>Session time</source>
            <translation>会话时间</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>The first {count} are listed; main.py limits try --json has all of them.</source>
            <translation>只列出前 {count} 笔；全部见 main.py limits try --json。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>There is no such file: {cut}.</source>
            <translation>没有这个文件：{cut}。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>There is no such folder: {cut}.</source>
            <translation>没有这个文件夹：{cut}。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>Which limit says otherwise</source>
            <translation>哪项限额判断不同</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>Whose</source>
            <translation>对象</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>Whose use it measures</source>
            <translation>计算谁的占用</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>a file of limits: docs/limits.md says how one is written</source>
            <translation>限额文件：写法见 docs/limits.md</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>a journal, or a data folder</source>
            <translation>流水或数据文件夹</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>{count} entries of {runs} runs played again with identical events.{left}</source>
            <translation>{runs} 次运行的 {count} 条已重放，事件完全一致。{left}</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>{name} replaced</source>
            <translation>{name} 改单</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/model.py" />
            <source>{percent} %: {count} of {all} entries played again</source>
            <translation>{percent} %：已重放 {count} / {all} 条</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>A data folder, its journal, or a copy of a journal's files (Enter tries it)</source>
            <translation>数据文件夹、其流水，或流水文件的副本（Enter 试验）</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>A file of limits</source>
            <translation>限额文件</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>A file of limits, as main.py limits show writes one (Enter tries it)</source>
            <translation>限额文件，格式同 main.py limits show 的输出（Enter 试验）</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>A journal or data folder</source>
            <translation>流水或数据文件夹</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Both lists to a CSV file</source>
            <translation>两个列表导出为 CSV 文件</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Cancelled: nothing was found out.</source>
            <translation>已取消：没有结果。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Choose a file of limits</source>
            <translation>选择限额文件</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Choose a journal or data folder</source>
            <translation>选择流水或数据文件夹</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Ends the process at once (Esc)</source>
            <translation>立即结束该进程（Esc）</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Every limit of the file judges every recorded order at its moment: the same book, position, equity and conditions. Nothing is put into force.</source>
            <translation>文件中的每项限额按当时的盘口、持仓、权益和条件逐笔判断记录的委托。不会使任何限额生效。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Export the findings</source>
            <translation>导出结果</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Export what the limits would have said</source>
            <translation>导出限额的判断结果</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>File of limits</source>
            <translation>限额文件</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Limits</source>
            <translation>限额</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>No order that limits refused would go through.</source>
            <translation>被限额拒绝的委托没有会放行的。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>No order that went out would be refused.</source>
            <translation>已发出的委托没有会被拒的。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Nothing was tried yet: choose a file of limits, and Enter.</source>
            <translation>尚未试过：请选择限额文件，再按 Enter。</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Opens a list of files</source>
            <translation>打开文件列表</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Opens a list of folders</source>
            <translation>打开文件夹列表</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Plays the recorded days again, in a process of its own (Enter)</source>
            <translation>在独立进程中重放记录的交易日（Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Reading the journal…</source>
            <translation>正在读取流水…</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Recorded days</source>
            <translation>记录的交易日</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Stop playing</source>
            <translation>停止重放</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>The recorded days of this data folder</source>
            <translation>此数据文件夹记录的交易日</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>This terminal's</source>
            <translation>本终端</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Try</source>
            <translation>试验</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Try the limits</source>
            <translation>试验限额</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>What limits refused, and these would have let go</source>
            <translation>当时被拒，而这些限额会放行</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>What this terminal recorded, up to now</source>
            <translation>本终端至今的记录</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>What was found</source>
            <translation>结果</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>What went out, and these limits would not have let go</source>
            <translation>当时发出，而这些限额不会放行</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Would be refused</source>
            <translation>将被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/limits_try/view.py" />
            <source>Would go through</source>
            <translation>将放行</translation>
        </message>
        <message>
            <location filename="../../widgets/line_plot.py" />
            <source>{clock} UTC  {value}</source>
            <translation>{clock} UTC  {value}</translation>
        </message>
        <message>
            <location filename="../../widgets/log/model.py" />
            <source>From</source>
            <comment>the logger</comment>
            <translation>来源</translation>
        </message>
        <message>
            <location filename="../../widgets/log/model.py" />
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <location filename="../../widgets/log/model.py" />
            <source>Nothing logged</source>
            <translation>没有日志</translation>
        </message>
        <message>
            <location filename="../../widgets/log/model.py" />
            <source>What the program does, and what goes wrong, appears here and in the log file.</source>
            <translation>程序做了什么、出了什么错，显示在这里和日志文件里。</translation>
        </message>
        <message>
            <location filename="../../widgets/log/view.py" />
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <location filename="../../widgets/log/view.py" />
            <source>Log lines</source>
            <translation>日志行</translation>
        </message>
        <message>
            <location filename="../../widgets/log/view.py" />
            <source>Only lines of this importance and above: {lower}</source>
            <translation>只看此级别及以上：{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/log/view.py" />
            <source>Search the log</source>
            <translation>搜索日志</translation>
        </message>
        <message>
            <location filename="../../widgets/log/view.py" />
            <source>Show {lower}</source>
            <translation>显示{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/log/view.py" />
            <source>The whole of the marked line</source>
            <translation>选中行的全文</translation>
        </message>
        <message>
            <location filename="../../widgets/log/view.py" />
            <source>Words of a line</source>
            <translation>一行中的字</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/chosen.py" />
            <source>Choose an instrument.</source>
            <translation>请选择合约。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>A corrected quantity is never more than what stands.</source>
            <translation>更正后的数量不能多于现有数量。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>A phase that ends by itself lasts a day at most.</source>
            <translation>自行结束的阶段最多持续一天。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>Choose a firm: orders of nobody in particular are the tape's.</source>
            <translation>请选择会员：无归属的委托来自行情。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>Choose a trade.</source>
            <translation>请选择一笔成交。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>How long must be more than zero, or empty.</source>
            <translation>时长须大于零，或留空。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>It has no live order.</source>
            <translation>它没有有效委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>No instrument can be halted from where it stands.</source>
            <translation>没有合约可从当前阶段暂停。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>Nothing would change: type another price, or fewer.</source>
            <translation>不会有任何改变：请输入别的价格或更少的数量。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>Price and quantity must be numbers, without control characters.</source>
            <translation>价格和数量必须是数字，不含控制字符。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>Price must be more than zero.</source>
            <translation>价格必须大于零。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>Sign in to operate the market</source>
            <translation>登录后可运营市场</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>This trade was undone already.</source>
            <translation>此成交已被撤销。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>{to} does not follow {phase}.</source>
            <translation>{phase}之后不能是{to}。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/form.py" />
            <source>{who} operates the market</source>
            <translation>市场由{who}运营</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Block or readmit the chosen firm</source>
            <translation>封禁所选会员或恢复准入</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Cancel all orders of the chosen firm</source>
            <translation>撤销所选会员的全部委托</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Change the phase</source>
            <translation>变更阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Correct the chosen trade</source>
            <translation>更正所选成交</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Corrected price</source>
            <translation>更正价格</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Corrected quantity</source>
            <translation>更正数量</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Halt the whole market</source>
            <translation>暂停整个市场</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>How long an auction or halt lasts: 30 s, 5 min; empty: until told otherwise</source>
            <translation>竞价或暂停持续多久：30 s、5 min；留空：直到另行通知</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>How long it lasts</source>
            <translation>持续多久</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Lasts</source>
            <translation>时长</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Never more than the trade's</source>
            <translation>不能多于该成交的数量</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>The price that the trade should have had</source>
            <translation>该成交应有的价格</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Two presses</source>
            <translation>按两次</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Undo the chosen trade</source>
            <translation>撤销所选成交</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>Why: it stands in the record with your name</source>
            <translation>理由：会连同您的姓名留在记录中</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/hands.py" />
            <source>{name}; two presses</source>
            <translation>{name}；按两次</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source> for {lasts}</source>
            <translation> {lasts}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source> until told otherwise</source>
            <translation>，直到另行通知</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source> {instruments} cannot be halted from where {they_stand}.</source>
            <translation>{instruments}在{they_stand}不能暂停。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>, by {who}: {why}</source>
            <translation>，{who}：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>, was {qty} at {price}</source>
            <translation>，原为 {qty} @ {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>A move so large in so short a time pauses trading</source>
            <translation>如此短时间内如此大的变动会暂停交易</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>At their limits, else at the last price</source>
            <translation>按其限价，否则按最新价</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>By itself, or by the schedule</source>
            <translation>自行，或按时间表</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Cancels {orders} of {firm} and takes no new one until it is readmitted.</source>
            <translation>撤销{firm}的{orders}，恢复准入前不再接受新委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Cancels {orders} of {firm} worth {worth} ({where}). New ones are taken.</source>
            <translation>撤销{firm}的{orders}，价值 {worth}（{where}）。仍接受新委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Closes {symbol}: day orders of {orders} expire, nothing is taken any more.</source>
            <translation>{symbol} 休市：{orders}中的当日委托失效，不再接受任何委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Corrects trade {trade_id} from {was} to {now}. {ours}No stop fires.</source>
            <translation>把成交 {trade_id} 由 {was} 更正为 {now}。{ours}止损不会触发。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Dynamic band</source>
            <translation>动态价格带</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>End trading</source>
            <translation>结束交易</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Ends</source>
            <translation>结束</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Ends the halt of {symbol} by an auction{until}: orders gather for one price, {orders} stay, nothing trades before it is uncrossed.</source>
            <translation>以竞价结束 {symbol} 的暂停{until}：委托汇集成一个价格，{orders} 保留，竞价撮合之前不成交。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Firm</source>
            <translation>会员</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Firm {firm}</source>
            <translation>会员 {firm}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Firm {firm} (we)</source>
            <translation>会员 {firm}（我方）</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Firm {firm} was blocked, {orders} cancelled</source>
            <translation>会员 {firm} 被封禁，{orders}已撤</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Firm {firm} was readmitted</source>
            <translation>会员 {firm} 已恢复准入</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Halts</source>
            <translation>暂停</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Halts the whole market{until}: {instruments}.{not_able} Trading comes back only through auctions.</source>
            <translation>暂停整个市场{until}：{instruments}。{not_able}只有经过竞价才能恢复交易。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Halts {symbol}{until}: nothing trades, no new order is taken, {orders} stay. Trading comes back only through an auction.</source>
            <translation>暂停 {symbol}{until}：不成交，不接受新委托，{orders}保留。只有经过竞价才能恢复交易。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Indicative</source>
            <translation>指示价</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Left over at that price: + to buy, − to sell</source>
            <translation>该价位上的剩余：+ 买方，− 卖方</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Limit prices beyond it are refused; measured from the reference</source>
            <translation>超出的限价被拒；以参考价为准</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Limit state</source>
            <translation>触限状态</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Live ones</source>
            <translation>有效委托</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Maker is</source>
            <translation>挂单方是</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Mark price</source>
            <translation>标记价</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>No trade beyond it</source>
            <translation>超出不成交</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Nobody in particular</source>
            <translation>无归属</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Not done ({request}): {said}</source>
            <translation>未执行（{request}）：{said}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Orders of firm {firm} were cancelled</source>
            <translation>会员 {firm} 的委托已撤</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Phase</source>
            <translation>阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Reference</source>
            <translation>参考价</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Resume by auction</source>
            <translation>以竞价恢复</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Rules of {symbol} were set</source>
            <translation>{symbol} 的规则已设定</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Since</source>
            <translation>起始</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Stands</source>
            <translation>现状</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Static band</source>
            <translation>静态价格带</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Stops continuous trading in {symbol}{until}: orders gather for one price, {orders} stay.</source>
            <translation>停止 {symbol} 的连续交易{until}：委托集中以单一价格成交，{orders}保留。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Surplus</source>
            <translation>不平衡量</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Taker is</source>
            <translation>吃单方是</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Takes orders of {firm} again. What was cancelled does not come back.</source>
            <translation>重新接受{firm}的委托。已撤的不会恢复。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>The schedule of {symbol} was set, {count} to come</source>
            <translation>{symbol} 的时间表已设定，还有 {count} 项</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>The schedule of {symbol} was taken away</source>
            <translation>{symbol} 的时间表已取消</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Trade {trade_id} of {symbol} was corrected</source>
            <translation>{symbol} 的成交 {trade_id} 已更正</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Trade {trade_id} of {symbol} was undone</source>
            <translation>{symbol} 的成交 {trade_id} 已撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Trade</source>
            <comment>one</comment>
            <translation>成交号</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Uncross and end</source>
            <translation>撮合并收市</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Uncross and trade</source>
            <translation>撮合并连续交易</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Uncrosses {symbol} now: {trades}; then {phase}.</source>
            <translation>现在撮合 {symbol}：{trades}；随后{phase}。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Undoes trade {trade_id} of {what}: as if it never was. {ours}Orders do not come back, no stop fires.</source>
            <translation>撤销成交 {trade_id}（{what}）：如同从未发生。{ours}委托不会恢复，止损不会触发。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Velocity</source>
            <translation>价格速率</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>Volume</source>
            <translation>成交量</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>We {mine} it: our position follows. </source>
            <translation>我方{mine}：持仓随之变化。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>What an auction would price now</source>
            <translation>竞价现在会得出的价格</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>What it would trade now</source>
            <translation>现在会成交的数量</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>all {count} live orders</source>
            <translation>全部 {count} 笔有效委托</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>another</source>
            <translation>其他</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>as printed</source>
            <translation>原样</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>block participant</source>
            <translation>封禁会员</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>blocked</source>
            <comment>by the exchange</comment>
            <translation>已封禁</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>bust trade</source>
            <translation>撤销成交</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>change phase</source>
            <translation>变更阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>correct trade</source>
            <translation>更正成交</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>corrected</source>
            <translation>已更正</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>firm {firm}</source>
            <translation>会员 {firm}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>it stands</source>
            <translation>当前阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>its one live order</source>
            <translation>唯一一笔有效委托</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>no price</source>
            <translation>无价格</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>nothing would trade as it stands</source>
            <translation>目前不会有成交</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>ours, {order}</source>
            <translation>我方 {order}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>readmit participant</source>
            <translation>恢复准入</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>set mark</source>
            <translation>设定标记价</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>set reference</source>
            <translation>设定参考价</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>set rules</source>
            <translation>设定规则</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>set schedule</source>
            <translation>设定时间表</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>start</source>
            <comment>of the session</comment>
            <translation>开始</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>takes part</source>
            <translation>正常参与</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>the tape</source>
            <translation>行情</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>they stand</source>
            <translation>当前阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>undone</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{count} instrument</source>
            <translation>{count} 个合约</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{count} instruments</source>
            <translation>{count} 个合约</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{count} live orders</source>
            <translation>{count} 笔有效委托</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{firm} has no live order.</source>
            <translation>{firm}没有有效委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{low} to {high}</source>
            <translation>{low} 至 {high}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{price} in {time}</source>
            <translation>{time} 内 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{qty} at {price}</source>
            <translation>{qty} @ {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{qty} {base} at {price} {quote}</source>
            <translation>{qty} {base} @ {price} {quote}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{qty} {base} in {symbol}</source>
            <translation>{symbol} {qty} {base}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{qty} {base} trade at {price}</source>
            <translation>{qty} {base} 成交于 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{symbol}: {phase} becomes {to}; {orders} stay.</source>
            <translation>{symbol}：由{phase}转为{to}；{orders}保留。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{symbol}: {phase} becomes {to}{until}; orders gather for one price, {orders} stay.</source>
            <translation>{symbol}：{phase} 变为 {to}{until}；委托汇集成一个价格，{orders} 保留。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{symbol}: {to} does not follow {phase}.</source>
            <translation>{symbol}：{phase} 之后不能是 {to}。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{up} of {sessions} up</source>
            <translation>{up} / {sessions} 接通</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{what} in {left}</source>
            <translation>{left} 后{what}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/model.py" />
            <source>{which} of {symbol} was set to {price}</source>
            <translation>{symbol} 的{which}已设为 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source> in the place of {replaced}</source>
            <translation>，取代原有 {replaced} 项</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source> or up to {time} later</source>
            <translation>，至多晚 {time}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>, none until now</source>
            <translation>，此前没有</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>, now {price}</source>
            <translation>，现为 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>20:55 closing auction; +30 s behind one: up to so much later; empty: none</source>
            <translation>20:55 收盘竞价；其后加 +30 s：至多晚这么久；留空：无</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>20:55 closing auction; 21:00 after trading +30 s; 21:05 closed</source>
            <translation>20:55 收盘竞价; 21:00 盘后 +30 s; 21:05 休市</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>A move so large pauses trading: in price; empty: off</source>
            <translation>如此大的变动会暂停交易：按价格；留空：关</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Bands and velocity are measured anew from here on.</source>
            <translation>价格带和价格速率从此重新计算。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Cancels</source>
            <comment>when they are taken</comment>
            <translation>撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Choose an instrument</source>
            <translation>请选择合约</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Collar of market orders</source>
            <translation>市价单的价格笼子</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Dynamic</source>
            <translation>动态</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Entries of the schedule</source>
            <translation>时间表的条目</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>How long a halt by itself lasts: 5 min</source>
            <translation>自行暂停持续多久：5 min</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>How long at a band before a halt: 15 s</source>
            <translation>触带多久后暂停：15 s</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>How long it lasts: 30 s</source>
            <translation>持续多久：30 s</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>It is {price} already</source>
            <translation>已经是 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Larger ones are refused; empty: any</source>
            <translation>更大的被拒；留空：不限</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Largest</source>
            <translation>最大</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Largest order</source>
            <translation>最大委托</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Limit prices further from the reference are refused; empty: off</source>
            <translation>离参考价更远的限价被拒；留空：关</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Mark price of {symbol}: {price}{was}.</source>
            <translation>{symbol} 的标记价：{price}{was}。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Market orders end</source>
            <translation>市价单止于</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>New price</source>
            <translation>新价格</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>No trade further from the mean; empty: off</source>
            <translation>离均价更远不成交；留空：关</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Nothing would change: these are the rules now</source>
            <translation>不会有任何改变：这就是当前规则</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Nothing would change: this is the schedule now</source>
            <translation>不会有任何改变：这就是当前时间表</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Of which trades the mean is taken: 5 min</source>
            <translation>取多长时间的成交均价：5 min</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>On the instrument's tick</source>
            <translation>须在合约的最小变动价位上</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Random part of the auction</source>
            <translation>竞价的随机部分</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Reference of the bands</source>
            <translation>价格带的参考价</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Reference of {symbol}: {price}{was}; {bands}.</source>
            <translation>{symbol} 的参考价：{price}{was}；{bands}。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Set</source>
            <translation>设定</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Set price</source>
            <translation>设定价格</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Smaller ones are refused; empty: any</source>
            <translation>更小的被拒；留空：不限</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Smallest</source>
            <translation>最小</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Smallest order</source>
            <translation>最小委托</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>So far beyond the best price: in price; empty: nowhere</source>
            <translation>超出最优价的幅度：按价格；留空：不限</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>So short a time: 1 s</source>
            <translation>如此短的时间：1 s</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Stops that follow the mark may fire at once.</source>
            <translation>跟随标记价的止损可能立即触发。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Up to so much longer; empty: nothing</source>
            <translation>至多再延长这么久；留空：不延长</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Volatility auction</source>
            <translation>波动竞价</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>When cancels are taken (Up, Down)</source>
            <translation>何时接受撤单（Up、Down）</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>When participants may cancel</source>
            <translation>会员何时可撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Which price</source>
            <translation>哪个价格</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Which price (Up, Down)</source>
            <translation>哪个价格（Up、Down）</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Window of the dynamic band</source>
            <translation>动态价格带的时段</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>Window of the velocity</source>
            <translation>价格速率的时段</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>a band is more than 0 and less than 100 %, with at most two decimals</source>
            <translation>价格带须大于 0 且小于 100 %，最多两位小数</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>a schedule has {most_entries} entries at most</source>
            <translation>时间表最多 {most_entries} 项</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>a time of the day is typed like 20:55 or 20:55:30</source>
            <translation>时刻写作 20:55 或 20:55:30</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>always</source>
            <translation>随时</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>an entry is a time and a phase: 20:55 closing auction. Phases are {known}</source>
            <translation>一项为时刻加阶段：20:55 收盘竞价。阶段有 {known}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>an entry is up to a day later at most</source>
            <translation>一项最多晚一天</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>and up to</source>
            <translation>另加至多</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>any</source>
            <translation>不限</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>as it is now</source>
            <translation>维持现状</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>cancels {was} → {now}</source>
            <translation>撤单 {was} → {now}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>dynamic band</source>
            <translation>动态价格带</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>halt</source>
            <translation>暂停</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>it must be more than zero, and a price that can be</source>
            <translation>必须大于零，且为可能的价格</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>it stands in the record</source>
            <translation>会留在记录中</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>its window</source>
            <translation>其时段</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>largest order</source>
            <translation>最大委托</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>limit prices from {low} to {high}</source>
            <translation>限价范围 {low} 至 {high}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>market orders end</source>
            <translation>市价单止于</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>no static band is set</source>
            <translation>未设静态价格带</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>not in a halt</source>
            <translation>暂停时不可</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>not in auctions</source>
            <translation>竞价时不可</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>not in halts, auctions</source>
            <translation>暂停和竞价时不可</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>not while {no_cancel}</source>
            <translation>{no_cancel}时不可</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>over</source>
            <translation>时段</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>random part</source>
            <translation>随机部分</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>smallest order</source>
            <translation>最小委托</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>static band</source>
            <translation>静态价格带</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>the largest order must not be below the smallest</source>
            <translation>最大委托不能小于最小委托</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>the price must be more than zero, and one that can be</source>
            <translation>价格必须大于零，且为可能的价格</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>the quantity is out of range</source>
            <translation>数量超出范围</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>the schedule holds characters that cannot be printed</source>
            <translation>时间表含有无法显示的字符</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>the time must be a day at most, and not negative</source>
            <translation>时间最多一天，且不为负</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>there is no such time of the day: {text}</source>
            <translation>没有这样的时刻：{text}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>to</source>
            <translation>为</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>with a dynamic band or a velocity it must be 1 ms at least</source>
            <translation>设有动态价格带或价格速率时至少为 1 ms</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>{phase} at {clock}{later}</source>
            <translation>{clock} {phase}{later}</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>{symbol} has no schedule any more: phases change by hand alone.</source>
            <translation>{symbol} 不再有时间表：阶段只能手动变更。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/rules_form.py" />
            <source>{to} does not follow {phase}: refused then, if it stays so.</source>
            <translation>{phase}之后不能是{to}：若届时仍如此则被拒。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Block</source>
            <translation>封禁</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Cancel orders</source>
            <translation>撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Halt everything</source>
            <translation>全部暂停</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Instruments and their phases</source>
            <translation>合约及其阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Market operations</source>
            <translation>市场运营</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>No instrument is listed: a session lists them.</source>
            <translation>没有上市合约：会话开始后列出。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>No trade yet: each one is listed as it prints.</source>
            <translation>尚无成交：每笔成交打印时列出。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Nobody takes part yet: a session's first order makes a row.</source>
            <translation>尚无会员参与：会话的第一笔委托会列在这里。</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Participants</source>
            <translation>会员</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Phases</source>
            <translation>阶段</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Phases, auctions, bands</source>
            <translation>阶段、竞价、价格带</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Prices…</source>
            <translation>价格…</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Readmit</source>
            <translation>恢复准入</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Reference and mark price</source>
            <translation>参考价和标记价</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Reference prices</source>
            <translation>参考价</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Reference prices of {symbol}</source>
            <translation>{symbol} 的参考价</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Rules of the chosen instrument</source>
            <translation>所选合约的规则</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Rules of {symbol}</source>
            <translation>{symbol} 的规则</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Rules…</source>
            <translation>规则…</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Schedule</source>
            <translation>时间表</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Schedule of the chosen instrument</source>
            <translation>所选合约的时间表</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Schedule of {symbol}</source>
            <translation>{symbol} 的时间表</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Schedule…</source>
            <translation>时间表…</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>The newest trades: undo, correct</source>
            <translation>最新成交：撤销、更正</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Trades</source>
            <translation>成交</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Trades that can be amended</source>
            <translation>可更改的成交</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Undo</source>
            <comment>a trade</comment>
            <translation>撤销成交</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>What bands and stops are measured from</source>
            <translation>价格带和止损的计量基准</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>What it would change stands below (Enter)</source>
            <translation>会改变什么写在下方（Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/market_operations/view.py" />
            <source>Who takes part: cancel, block, readmit</source>
            <translation>谁在参与：撤单、封禁、恢复准入</translation>
        </message>
        <message>
            <location filename="../../widgets/moves.py" />
            <source>given up: nothing moved</source>
            <translation>已放弃：没有移动</translation>
        </message>
        <message>
            <location filename="../../widgets/moves.py" />
            <source>not moved: Shift lets it cross</source>
            <translation>未移动：按住 Shift 可越价</translation>
        </message>
        <message>
            <location filename="../../widgets/moves.py" />
            <source>not moved: Shift lets it fire</source>
            <translation>未移动：按住 Shift 才允许触发</translation>
        </message>
        <message>
            <location filename="../../widgets/palette/view.py" />
            <source> (not now)</source>
            <translation>（现在不可用）</translation>
        </message>
        <message>
            <location filename="../../widgets/palette/view.py" />
            <source> (on)</source>
            <translation>（开）</translation>
        </message>
        <message>
            <location filename="../../widgets/palette/view.py" />
            <source>Command palette</source>
            <translation>命令面板</translation>
        </message>
        <message>
            <location filename="../../widgets/palette/view.py" />
            <source>Command palette: letters of an action, or words of an instrument, an order, a setting</source>
            <translation>命令面板：操作的字母，或合约、委托、设置的词</translation>
        </message>
        <message>
            <location filename="../../widgets/palette/view.py" />
            <source>Nothing has these letters or words: try fewer.</source>
            <translation>没有含这些字母或词的内容：少输一些试试。</translation>
        </message>
        <message>
            <location filename="../../widgets/palette/view.py" />
            <source>What do you want to do?</source>
            <translation>想做什么？</translation>
        </message>
        <message>
            <location filename="../../widgets/palette/view.py" />
            <source>What matches</source>
            <translation>匹配项</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Add a symbol</source>
            <translation>添加合约</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Between bid and ask, on the patient side</source>
            <translation>买卖价之间，靠被动一侧</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Buy at the chosen row</source>
            <translation>在所选行买入</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Cancel all own buy orders of this instrument</source>
            <translation>撤销此合约我方全部买单</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Cancel all own sell orders of this instrument</source>
            <translation>撤销此合约我方全部卖单</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Cancel our order</source>
            <translation>撤销我方委托</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Cancel ours on the chosen row</source>
            <translation>撤销所选行的我方委托</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Cancel the chosen orders</source>
            <translation>撤销所选委托</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Change the size button in focus</source>
            <translation>修改焦点所在的数量按钮</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Change the size in use</source>
            <translation>修改当前委托数量</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Exits</source>
            <translation>止盈止损</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Less is better than nothing</source>
            <translation>少也胜于无</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Less time in view</source>
            <translation>显示更少时间</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Limit order</source>
            <translation>限价委托</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Longer bars</source>
            <translation>更长的K线</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Market order</source>
            <translation>市价委托</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Merge prints of one order</source>
            <translation>合并同一委托的成交</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>More time in view</source>
            <translation>显示更多时间</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Narrower range</source>
            <translation>更窄的范围</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>New limit, or new tightening rule</source>
            <translation>新限额，或新收紧规则</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>New restriction</source>
            <translation>新的限制</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Next way to draw bars</source>
            <translation>下一种K线画法</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Number of the soft limit</source>
            <translation>软限额的数字</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>One line or two an instrument</source>
            <translation>每个合约一行或两行</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Order type</source>
            <translation>委托类型</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Orders beyond the prices</source>
            <translation>价格范围以外的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Own trades only</source>
            <translation>只看自己的成交</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Presets</source>
            <translation>预设</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Quantity counts</source>
            <translation>数量单位</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Replace quantity and price</source>
            <translation>修改数量和价格</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Saved views</source>
            <translation>已存视图</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Sell at the chosen row</source>
            <translation>在所选行卖出</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Send another</source>
            <translation>再发一笔</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Shorter bars</source>
            <translation>更短的K线</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Size of button {number}</source>
            <translation>第 {number} 个按钮的数量</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Smallest size shown</source>
            <translation>显示的最小数量</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Sort by the chosen column, in the list of columns</source>
            <translation>在列的列表中，按所选列排序</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Stop order</source>
            <translation>止损委托</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Stop the venue</source>
            <translation>停止该场所</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Take the chosen drawing away</source>
            <translation>删除选中的画图</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Take the chosen row's orders, to carry them by arrows</source>
            <translation>拿起所选行的委托，用方向键移动</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Take the marked line out</source>
            <translation>移除选中的行</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Terms</source>
            <translation>条件</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>The best ask's price</source>
            <translation>最优卖价</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>The best bid's price</source>
            <translation>最优买价</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>The last trade's price</source>
            <translation>最新成交价</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Trigger price</source>
            <translation>触发价</translation>
        </message>
        <message>
            <location filename="../../widgets/panel_keys.py" />
            <source>Wider range</source>
            <translation>更宽的范围</translation>
        </message>
        <message>
            <location filename="../../widgets/panels.py" />
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <location filename="../../widgets/panels.py" />
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../widgets/panels.py" />
            <source>Statistics</source>
            <translation>统计</translation>
        </message>
        <message>
            <location filename="../../widgets/people/cards.py" />
            <source>Approve request {request}</source>
            <translation>批准申请 {request}</translation>
        </message>
        <message>
            <location filename="../../widgets/people/cards.py" />
            <source>Decline request {request}</source>
            <translation>否决申请 {request}</translation>
        </message>
        <message>
            <location filename="../../widgets/people/cards.py" />
            <source>It does not happen</source>
            <translation>不予执行</translation>
        </message>
        <message>
            <location filename="../../widgets/people/cards.py" />
            <source>It happens at once, in both names</source>
            <translation>立即执行，记两人之名</translation>
        </message>
        <message>
            <location filename="../../widgets/people/cards.py" />
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <location filename="../../widgets/people/change.py" />
            <source>A second person approves it (Enter)</source>
            <translation>由第二人批准（Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/people/change.py" />
            <source>Account name; new people are added with main.py people add</source>
            <translation>账户名；新人员用 main.py people add 添加</translation>
        </message>
        <message>
            <location filename="../../widgets/people/change.py" />
            <source>Ask for approval</source>
            <translation>申请批准</translation>
        </message>
        <message>
            <location filename="../../widgets/people/change.py" />
            <source>Off: may do nothing, and not sign in</source>
            <translation>关：不能做任何事，也不能登录</translation>
        </message>
        <message>
            <location filename="../../widgets/people/change.py" />
            <source>Whoever approves reads this</source>
            <translation>批准者会读到</translation>
        </message>
        <message>
            <location filename="../../widgets/people/change.py" />
            <source>Whose roles</source>
            <translation>谁的角色</translation>
        </message>
        <message>
            <location filename="../../widgets/people/change.py" />
            <source>whose roles</source>
            <translation>谁的角色</translation>
        </message>
        <message>
            <location filename="../../widgets/people/change.py" />
            <source>why</source>
            <translation>为什么</translation>
        </message>
        <message>
            <location filename="../../widgets/people/change.py" />
            <source>{capitalize}: on or off</source>
            <translation>{capitalize}：开或关</translation>
        </message>
        <message>
            <location filename="../../widgets/people/form.py" />
            <source>Nothing would change</source>
            <translation>什么都不会改变</translation>
        </message>
        <message>
            <location filename="../../widgets/people/form.py" />
            <source>Say why: whoever approves wants to know</source>
            <translation>请写明理由：批准者要知道</translation>
        </message>
        <message>
            <location filename="../../widgets/people/form.py" />
            <source>Small letters, digits, dot, hyphen and underscore, at most 32</source>
            <translation>小写字母、数字、点、连字符和下划线，最多 32 个</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source> by {closed_by}</source>
            <translation>，由 {closed_by}</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source> or </source>
            <translation>或</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>Another person approves: {needed}</source>
            <translation>由另一人批准：{needed}</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>Asked by {who}, without a reason</source>
            <translation>由{who}申请，未写理由</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>Asked by {who}: {reason}</source>
            <translation>由{who}申请：{reason}</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>Changing somebody's roles, raising a limit and releasing the kill switch take two people. What one asks for stands here until another approves it.</source>
            <translation>更改角色、提高限额和解除急停需要两人。一人的申请列在这里，直到另一人批准。</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>Limits of {symbol}: order {plain_qty}, worth {money} {quote}, collar {collar_bp:g} %, position {plain_qty_2}, {max_open_orders} open</source>
            <translation>{symbol} 的限额：委托 {plain_qty}，价值 {money} {quote}，价格笼子 {collar_bp:g} %，持仓 {plain_qty_2}，挂单 {max_open_orders}</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>No request waits</source>
            <translation>没有待批申请</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>No restriction of {whom} any more</source>
            <translation>{whom} 不再受限</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>Orders of {venue} go out to the venue</source>
            <translation>{venue} 的委托发往场所</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>Orders of {venue} stay inside</source>
            <translation>{venue} 的委托留在内部</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>Sign in to approve</source>
            <translation>登录后可批准</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>Takes {needed}</source>
            <translation>需要{needed}</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>declined</source>
            <translation>已否决</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>everybody</source>
            <translation>所有人</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>somebody without a role</source>
            <translation>无角色的人</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>withdrawn</source>
            <translation>已撤回</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>you</source>
            <translation>你</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>{person} (you)</source>
            <translation>{person}（你）</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>{person} becomes {roles}</source>
            <translation>{person} 成为{roles}</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>{person} may do nothing any more</source>
            <translation>{person} 不再能做任何事</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>{seconds} min left, until {until} UTC</source>
            <translation>剩 {seconds} 分钟，到 {until} UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>{seconds} s left, until {until} UTC</source>
            <translation>剩 {seconds} 秒，到 {until} UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/people/model.py" />
            <source>{words} (disabled)</source>
            <translation>{words}（已停用）</translation>
        </message>
        <message>
            <location filename="../../widgets/people/view.py" />
            <source>Fills the form below</source>
            <translation>填入下面的表单</translation>
        </message>
        <message>
            <location filename="../../widgets/people/view.py" />
            <source>People and requests for approval</source>
            <translation>人员与待批申请</translation>
        </message>
        <message>
            <location filename="../../widgets/people/view.py" />
            <source>Who may do what</source>
            <translation>谁可以做什么</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>, trade {name}</source>
            <translation>，成交 {name}</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>1 break</source>
            <translation>1 项差异</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>A correction may be missing here: ask the venue.</source>
            <translation>这里可能缺少一笔更正：请询问场所。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>A fill that we booked may have been undone: ask the venue.</source>
            <translation>我方已入账的成交可能已被撤销：请询问场所。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Cancelling it asks the venue: if it has no such order, ours ends, too.</source>
            <translation>撤单会询问场所：若没有这笔委托，我方的也随之结束。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Cancelling it ends the doubt on both sides.</source>
            <translation>撤单可消除双方的疑问。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Choose a break.</source>
            <translation>请选择一项差异。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>It is gone: both sides agree again.</source>
            <translation>已消失：双方重新一致。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>It is the sum of fills: look for a fill that differs, or a position from before this run.</source>
            <translation>它是成交之和：请查找不同的成交，或本次运行之前的持仓。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>It works there and nobody here knows it: the venue's own desk can take it out.</source>
            <translation>它在那里挂着而这里无人知晓：可由场所的交易台撤出。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>No outside venue is compared.</source>
            <translation>没有与外部场所核对。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Now</source>
            <translation>现在</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Ours</source>
            <translation>我方</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Ours stands at</source>
            <translation>我方状态</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Seen by {person} at {time}.</source>
            <translation>{person} 于 {time} 已查看。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Session time at which it was told</source>
            <translation>发现时的会话时间</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Started with --outside-venue NAME:PORT, the venue's orders, fills and positions are held against ours once a second, and what differs stands here. Orders on the embedded exchange have one book, so nothing can differ.</source>
            <translation>以 --outside-venue NAME:PORT 启动时，每秒把场所的委托、成交和持仓与我方核对一次，差异列在这里。内置交易所只有一个订单簿，不会有差异。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Stops venue {venue}: cancels its open orders and blocks new ones.</source>
            <translation>停止场所 {venue}：撤销其未了结委托并拦截新委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>The position may be another one: ask the venue, then stop it or go on.</source>
            <translation>持仓可能不同：请询问场所，再决定停止或继续。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Theirs</source>
            <translation>对方</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>Told before</source>
            <translation>此前已提示</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>What differs</source>
            <translation>差异</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>account {name}</source>
            <translation>账户 {name}</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>gone</source>
            <translation>已消失</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>nothing differs</source>
            <translation>没有差异</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>once</source>
            <translation>1 次</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>seen</source>
            <translation>已查看</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>stands</source>
            <translation>仍在</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>{count} breaks</source>
            <translation>{count} 项差异</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>{count} times</source>
            <translation>{count} 次</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/model.py" />
            <source>{venue} compared {times}, last {clock}: {breaks}</source>
            <translation>{venue} 已核对 {times}，最近 {clock}：{breaks}</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/view.py" />
            <source>Asks the venue to take it out; its answer settles it</source>
            <translation>请场所撤出；以其答复为准</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/view.py" />
            <source>Both sides agree: no break was found in this run.</source>
            <translation>双方一致：本次运行没有发现差异。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/view.py" />
            <source>Breaks</source>
            <translation>差异</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/view.py" />
            <source>Cancel ours</source>
            <translation>撤我方委托</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/view.py" />
            <source>Confirm: stop {venue}</source>
            <translation>确认：停止 {venue}</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/view.py" />
            <source>Enter: mark the chosen break as seen</source>
            <translation>Enter：将选中的差异标记为已查看</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/view.py" />
            <source>Kill switch for this venue alone; two presses</source>
            <translation>只对此场所急停；按两次</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/view.py" />
            <source>No break.</source>
            <translation>没有差异。</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/view.py" />
            <source>Stop {venue}…</source>
            <translation>停止 {venue}…</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/view.py" />
            <source>What can be done</source>
            <translation>可做什么</translation>
        </message>
        <message>
            <location filename="../../widgets/reconciliation/view.py" />
            <source>What is compared</source>
            <translation>核对内容</translation>
        </message>
        <message>
            <location filename="../../widgets/rehearsed.py" />
            <source>FAILED</source>
            <translation>失败</translation>
        </message>
        <message>
            <location filename="../../widgets/rehearsed.py" />
            <source>Last rehearsed {when} with {count} orders: {took}.</source>
            <translation>上次演练 {when}，{count} 笔委托：{took}。</translation>
        </message>
        <message>
            <location filename="../../widgets/rehearsed.py" />
            <source>Never rehearsed here.</source>
            <translation>这里从未演练过。</translation>
        </message>
        <message>
            <location filename="../../widgets/rehearsed.py" />
            <source>Rehearsal of {when} FAILED: {problem}</source>
            <translation>{when} 的演练失败：{problem}</translation>
        </message>
        <message>
            <location filename="../../widgets/rehearsed.py" />
            <source>Rehearsal {day}</source>
            <translation>演练 {day}</translation>
        </message>
        <message>
            <location filename="../../widgets/rehearsed.py" />
            <source>Rehearsed {day}</source>
            <translation>已演练 {day}</translation>
        </message>
        <message>
            <location filename="../../widgets/rehearsed.py" />
            <source>blocked</source>
            <translation>拦截</translation>
        </message>
        <message>
            <location filename="../../widgets/rehearsed.py" />
            <source>never</source>
            <translation>从未</translation>
        </message>
        <message>
            <location filename="../../widgets/rehearsed.py" />
            <source>verified</source>
            <translation>核实</translation>
        </message>
        <message>
            <location filename="../../widgets/rehearsed.py" />
            <source>{what} in {ms:.1f} ms</source>
            <translation>{what}用时 {ms:.1f} ms</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/controls.py" />
            <source>Progress of the tape</source>
            <translation>行情回放进度</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/controls.py" />
            <source>Speed of the tape: + faster, − slower. Max plays as fast as possible.</source>
            <translation>行情回放速度：+ 加快，− 减慢。“最快”即尽可能快地播放。</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/controls.py" />
            <source>Speed {speed}</source>
            <translation>速度 {speed}</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/controls.py" />
            <source>of {total}</source>
            <translation>/ {total}</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/model.py" />
            <source>1 message</source>
            <translation>1 条消息</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/model.py" />
            <source>{count} messages</source>
            <translation>{count} 条消息</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/model.py" />
            <source>{done} of {all}</source>
            <translation>{done} / {all}</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/model.py" />
            <source>{trades} recorded trades reproduced: of the trades history made up to here, our engine made this many with the same two orders, price and quantity.</source>
            <translation>已重现 {trades} 笔记录成交：历史上至此的成交中，本撮合引擎以相同的两笔委托、价格和数量做出这么多。</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>000 of 000</source>
            <translation>000 / 000</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>00 000 of 00 000</source>
            <translation>00 000 / 00 000</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>10 messages</source>
            <translation>10 条消息</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>Ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>Ends this run: orders and positions of the simulation are gone.</source>
            <translation>结束本次运行：模拟的委托和持仓将消失。</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>Keep running</source>
            <translation>继续运行</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>Keep this run (Esc)</source>
            <translation>保留本次运行（Esc）</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>No, keep this run</source>
            <translation>否，保留本次运行</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>Recorded trades reproduced</source>
            <translation>已重现成交</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>Restart</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>Restart from the tape's beginning; asks first</source>
            <translation>从行情开头重新开始；先询问</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>Tape diverged by</source>
            <translation>与行情偏离</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>The run has ended: restart to play the tape again</source>
            <translation>运行已结束：重新开始即可再播放</translation>
        </message>
        <message>
            <location filename="../../widgets/replay/view.py" />
            <source>Yes, restart from the beginning</source>
            <translation>是，从头重新开始</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/editor.py" />
            <source>Ask to raise</source>
            <translation>申请提高</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/editor.py" />
            <source>Change a limit</source>
            <translation>更改限额</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/editor.py" />
            <source>Change the limit</source>
            <translation>更改限额</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/editor.py" />
            <source>Leave the limit as it is</source>
            <translation>保持限额不变</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/editor.py" />
            <source>Lower at once</source>
            <translation>立即降低</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/editor.py" />
            <source>Lowering is immediate, raising asks for a second person (Enter)</source>
            <translation>降低立即生效，提高须第二人批准（Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/editor.py" />
            <source>New value of the limit</source>
            <translation>限额的新数值</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/editor.py" />
            <source>New value, in the limit's own unit; the word none takes it away</source>
            <translation>新数值，按限额自身的单位；输入 none 即取消</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/editor.py" />
            <source>Reason for the change</source>
            <translation>更改的理由</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/editor.py" />
            <source>Why: it stands in the record</source>
            <translation>理由：会留在记录中</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/editor.py" />
            <source>{rule} of {whose}{where}</source>
            <translation>{whose}{where}的{rule}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source> and {count} more</source>
            <translation>，另有 {count} 项</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>A risk officer lowers a limit</source>
            <translation>降低限额由风控员执行</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>A risk officer or an operator asks to end conservative mode, and another one approves.</source>
            <translation>结束保守模式须由风控员或操作员申请，再由另一人批准。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>A risk officer or an operator asks to lift a restriction, and another one approves.</source>
            <translation>取消限制须由风控员或操作员申请，再由另一人批准。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>A risk officer or an operator asks to raise a limit, and another one approves</source>
            <translation>提高限额须由风控员或操作员申请，再由另一人批准</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>It is {value} already</source>
            <translation>已经是 {value}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>Judged with each order: open orders are not looked at again.</source>
            <translation>逐笔委托判断：不重新检查已有挂单。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>Lowers at once</source>
            <translation>立即降低</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>Nothing is over it now.</source>
            <translation>现在没有超限。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>Over it at once: {named}{rest}. What adds is refused, what reduces passes; nothing is cancelled.</source>
            <translation>将立即超限：{named}{rest}。增仓被拒，减仓放行；不撤任何委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>Raises, once a second person approves</source>
            <translation>提高，待第二人批准后生效</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>Sign in to change a limit</source>
            <translation>登录后可更改限额</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>Without this one nothing of the instrument is traded: it can be moved, not taken away</source>
            <translation>没有这项限额就不能交易该合约：可以更改，不能取消</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>{way}: {sentence}, now {was}.</source>
            <translation>{way}：{sentence}，现为 {was}。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>{whose}{where} at {value}</source>
            <translation>{whose}{where}已达 {value}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>{who} enables a scope again.</source>
            <translation>由{who}重新启用。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/form.py" />
            <source>{who} turns conservative mode on.</source>
            <translation>保守模式由{who}开启。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>Ask to end</source>
            <translation>申请结束</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>Ask to lift</source>
            <translation>申请取消</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>Change the restriction</source>
            <translation>更改限制</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>Change the rule</source>
            <translation>更改规则</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>Enables a scope, or asks to lift a restriction or end a rule</source>
            <translation>启用一个范围，或申请取消限制、结束规则</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>Half sizes, and no new instruments; two presses</source>
            <translation>数量减半，不开新合约；按两次</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>It stands in the record with your name.</source>
            <translation>会连同您的姓名留在记录中。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>New tightening rule</source>
            <translation>新收紧规则</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>Turn conservative mode off</source>
            <translation>关闭保守模式</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>Turn conservative mode on</source>
            <translation>开启保守模式</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>Undo the chosen row</source>
            <translation>撤消所选行</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/in_the_way.py" />
            <source>What stands in the way</source>
            <translation>当前的限制</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source> (was {value})</source>
            <translation>（原为 {value}）</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source> and {second}</source>
            <translation> 和 {second}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source> {left} uses are not measured: shut a group, and the others are.</source>
            <translation> 有 {left} 项占用未计算：收起一组即可计算其余。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>A risk officer turns it on</source>
            <translation>由风控员开启</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>A soft limit is passed by typing the number</source>
            <translation>软限额输入数字即可越过</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Account {account} {name}</source>
            <translation>账户 {account} {name}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Day loss</source>
            <translation>当日亏损</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Day</source>
            <comment>its result</comment>
            <translation>当日盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Desk</source>
            <translation>交易台</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Gross</source>
            <comment>exposure</comment>
            <translation>总敞口</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Half sizes, nothing new</source>
            <translation>数量减半，不开新仓</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>High-water mark of the run</source>
            <translation>本次运行的最高点</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Highest</source>
            <translation>最高</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>How it ends, and who may</source>
            <translation>如何结束，由谁</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>In {base}. Equity is cash and what was won or lost in the run; drawdown is measured from its highest.</source>
            <translation>单位 {base}。权益为资金加本次运行的盈亏；回撤从最高权益算起。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>In</source>
            <comment>an instrument</comment>
            <translation>合约</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Long, worst</source>
            <translation>多头最坏</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Loss from the highest equity</source>
            <translation>自最高权益的亏损</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Nearest to its limit: {lower}{where}, {percent} %.{more}</source>
            <translation>最接近限额：{lower}{where}，{percent} %。{more}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Net</source>
            <translation>净敞口</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>No limit has a use yet.{more}</source>
            <translation>还没有限额被占用。{more}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Of limit</source>
            <translation>占限额</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Of the equity that the day began with</source>
            <translation>占当日初始权益</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Open buy</source>
            <translation>买入挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Open orders</source>
            <comment>their cost</comment>
            <translation>挂单占用</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Open sell</source>
            <translation>卖出挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Percent at which the gate last warned</source>
            <translation>风控上次提示时的百分比</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Position and every open buy, as if filled</source>
            <translation>持仓加全部买入挂单，视同成交</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Position and every open sell, as if filled</source>
            <translation>持仓加全部卖出挂单，视同成交</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Restrictions</source>
            <translation>限制</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Set to</source>
            <translation>设定值</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Short, worst</source>
            <translation>空头最坏</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Taken out until a person enables it</source>
            <translation>已停用，待人启用</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>The curve is of results in {currency} alone.</source>
            <translation>曲线只含以 {currency} 计的结果。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>The limit as it was set</source>
            <translation>当初设定的限额</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>The worse of the two</source>
            <translation>两者中较坏的</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Told</source>
            <translation>已提示</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Two people lift it: ask, below</source>
            <translation>取消需要两人：在下方申请</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Use</source>
            <comment>of a limit</comment>
            <translation>占用</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Use, of what counts now</source>
            <translation>占现在计入值的比例</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Use, of what counts now; told at 50, 75, 90 and 100 %</source>
            <translation>占现在计入值的比例；50、75、90、100 % 时提示</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>What all open orders would cost</source>
            <translation>全部挂单成交所需</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>What counts now: less than it is set to while something tightens it</source>
            <translation>现在计入的值：收紧期间低于设定值</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>What is bounded</source>
            <translation>限制的对象</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>What is held, at the mark</source>
            <translation>持有部分，按标记价</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>What tightens limits by itself</source>
            <translation>自行收紧限额的规则</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>What</source>
            <comment>stands in the way</comment>
            <translation>内容</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Whose use</source>
            <translation>占用者</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Won or lost since the trading day began</source>
            <translation>自交易日开始的盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>Worst cases in {base}: positions and every open order on that side, at the mark.</source>
            <translation>最坏情形，单位 {base}：持仓加该方向全部挂单，按标记价。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>all</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>counts {percent} %</source>
            <translation>计入 {percent} %</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>each</source>
            <translation>每个</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>each order</source>
            <translation>逐笔委托</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>every instrument</source>
            <translation>全部合约</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>gross {gross}, net {net}, open orders {worth} {base}</source>
            <translation>总敞口 {gross}，净敞口 {net}，挂单 {worth} {base}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>hard</source>
            <translation>硬</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>no base currency is told</source>
            <translation>未告知基准货币</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>no reason given</source>
            <translation>未给理由</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>not now</source>
            <translation>现在没有</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>not told</source>
            <translation>未告知</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>quiet now</source>
            <translation>静默中</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>the program</source>
            <translation>程序</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>trades no more</source>
            <translation>不再交易</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>{clock} {sentence}{was}, by {who}{both}{why}.</source>
            <translation>{clock} {sentence}{was}，由 {who}{both}{why}。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>{count} limit{s}</source>
            <translation>{count} 项限额</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>{who} enables it, below; {count} filled whole</source>
            <translation>由{who}在下方启用；{count} 笔全部成交</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/model.py" />
            <source>{why}; it takes two people to end it</source>
            <translation>{why}；结束需要两人</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>, now {value}</source>
            <translation>，现为 {value}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>Hard</source>
            <translation>硬</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>Hard cannot be passed; soft passes when the number is typed</source>
            <translation>硬限额不可越过；软限额输入数字即可越过</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>Hard or soft</source>
            <translation>硬或软</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>How far it looks back: 1 s, 5 min</source>
            <translation>回看多久：1 s、5 min</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>New, at once</source>
            <translation>新建，立即生效</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>One of them by name; empty: each one for itself</source>
            <translation>按名称指定一个；留空：各自计算</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>Only in this instrument; empty: in all of them</source>
            <translation>只在此合约；留空：全部合约</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>Reason for the limit</source>
            <translation>设限的理由</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>Rung of the ladder</source>
            <translation>限额层级</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>Soft</source>
            <translation>软</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>The number, in the limit's own unit</source>
            <translation>数值，按限额自身的单位</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>Value of the limit</source>
            <translation>限额的数值</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>What is bounded (Up, Down)</source>
            <translation>限制什么（Up、Down）</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>What the limit bounds</source>
            <translation>限额限制什么</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>Whose use is measured (Up, Down)</source>
            <translation>计算谁的占用（Up、Down）</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>Whose: a name</source>
            <translation>对象：名称</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>a new limit needs a number</source>
            <translation>新限额需要数值</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>all instruments</source>
            <translation>全部合约</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>an account is a whole number above zero</source>
            <translation>账户为大于零的整数</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>at most</source>
            <translation>上限</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>in</source>
            <comment>an instrument</comment>
            <translation>合约</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>it looks back: say how far, 1 s or 5 min</source>
            <translation>需要回看：请写明多久，1 s 或 5 min</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>of</source>
            <comment>whose limit</comment>
            <translation>对象</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>the window must be more than zero and less than centuries</source>
            <translation>时段必须大于零，且不到数百年</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_limit.py" />
            <source>type the number</source>
            <translation>请输入数值</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>, now {now}</source>
            <translation>，现为{now}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>1 to 99 % of what it is set to; 100 %: no such rule any more</source>
            <translation>设定值的 1 到 99 %；100 %：取消此规则</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>; now {sentence}</source>
            <translation>；现为{sentence}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Begins</source>
            <translation>开始</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Closed</source>
            <comment>to trading</comment>
            <translation>禁止交易</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Condition</source>
            <translation>条件</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>From where on it holds: a percent</source>
            <translation>从多少起成立：百分比</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>How far it looks back: 60 s</source>
            <translation>回看多久：60 s</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>It is {now} already: {where}</source>
            <translation>已经是{now}：{where}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Limits of this kind (Up, Down)</source>
            <translation>此类限额（Up、Down）</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>No restriction</source>
            <translation>无限制</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Nothing is restricted there: {where}</source>
            <translation>那里没有限制：{where}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Only reducing</source>
            <translation>只许减仓</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Only this one; empty: every instrument</source>
            <translation>只限此合约；留空：全部合约</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Only this person's orders; empty: everybody's</source>
            <translation>只限此人的委托；留空：所有人</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Open orders stay as they are; cancels always pass.</source>
            <translation>已有挂单保持不变；撤单始终放行。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Percent of what it is set to</source>
            <translation>占设定值的百分比</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Reason for a looser rule</source>
            <translation>放宽规则的理由</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Reason for the restriction</source>
            <translation>限制的理由</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Restrict at once</source>
            <translation>立即限制</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Restricts at once</source>
            <translation>立即限制</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Session time of the day, UTC</source>
            <translation>当日会话时间，UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Session time of the day, UTC; before the beginning: it goes over midnight</source>
            <translation>当日会话时间，UTC；早于开始：跨过午夜</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Sign in to change what stands in the way</source>
            <translation>登录后可更改</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>That rule stands already</source>
            <translation>此规则已存在</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>There is no such rule: at 100 % nothing would count less</source>
            <translation>没有这条规则：100 % 不会收紧任何限额</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>What has to hold (Up, Down)</source>
            <translation>须满足的条件（Up、Down）</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>What is allowed</source>
            <translation>许可</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>What still passes (Up, Down)</source>
            <translation>仍放行什么（Up、Down）</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>Which limits count less</source>
            <translation>收紧哪些限额</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>a time of the day is typed like 07:50 or 07:50:30</source>
            <translation>时刻写作 07:50 或 07:50:30</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>counts</source>
            <translation>计入</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>every one</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>for</source>
            <translation>对象</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>is</source>
            <translation>达到</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>it counts 1 to 99 %, or 100 % to end the rule</source>
            <translation>计入 1 到 99 %，或 100 % 以结束规则</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>it must end at another time than it begins</source>
            <translation>结束时刻须不同于开始时刻</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>no restriction any more</source>
            <translation>不再限制</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>nothing new at all</source>
            <translation>一切新委托都不许</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>only orders that reduce the position</source>
            <translation>只许减仓委托</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>the threshold must be more than zero, and 10 000 % at most</source>
            <translation>阈值须大于零，最多 10 000 %</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>there is no such time of the day: {typed}</source>
            <translation>没有这样的时刻：{typed}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>type {noun}</source>
            <translation>请输入{noun}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>while</source>
            <translation>当</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>{noun} must be a number, without control characters</source>
            <translation>{noun}必须是数字，不含控制字符</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>{noun} must be a whole number</source>
            <translation>{noun}必须是整数</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>{noun} must have at most {decimals} decimals</source>
            <translation>{noun}最多 {decimals} 位小数</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>{symbol} for {trader}</source>
            <translation>{trader}的{symbol}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>{way}: {where}, {says}{was}.</source>
            <translation>{way}：{where}，{says}{was}。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/new_rule.py" />
            <source>{who} tightens and restricts</source>
            <translation>收紧和限制由{who}执行</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>A first limit counts at once; more than one that stands asks for a second person (Enter)</source>
            <translation>首个限额立即生效；高于已有限额须第二人批准（Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>A new value for the chosen limit (Enter)</source>
            <translation>为所选限额输入新数值（Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Change the chosen limit</source>
            <translation>更改所选限额</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Drawdown of the day</source>
            <translation>当日回撤</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Equity by account</source>
            <translation>按账户的权益</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Equity, its highest, and the drawdown of the day</source>
            <translation>权益、最高权益和当日回撤</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Every limit in force and its present use</source>
            <translation>全部生效限额及其当前占用</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Exposure</source>
            <translation>敞口</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Exposures by account</source>
            <translation>按账户的敞口</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Find a limit</source>
            <translation>查找限额</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>In the way</source>
            <translation>限制</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Limits in force and their use</source>
            <translation>生效的限额及其占用</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>New limit</source>
            <translation>新限额</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>No account is known: SetAccount tells its cash.</source>
            <translation>没有已知账户：SetAccount 告知其资金。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Nothing is held or open. The first order of ours makes a row.</source>
            <translation>没有持仓或挂单。我方第一笔委托会列在这里。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Only rows with these words: a limit, an instrument, whose</source>
            <translation>只显示含这些词的行：限额、合约、对象</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Restrict…</source>
            <translation>限制…</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>The first fill of the day begins the curve.</source>
            <translation>当日首笔成交后开始画线。</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>The gate cannot measure it, so it refuses: {why}</source>
            <translation>风控无法计算，因此拒绝：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>What tightens limits, restrictions, and what is taken out</source>
            <translation>收紧规则、限制，以及已停用的范围</translation>
        </message>
        <message>
            <location filename="../../widgets/risk/view.py" />
            <source>Worst cases by account and instrument</source>
            <translation>按账户和合约的最坏情形</translation>
        </message>
        <message>
            <location filename="../../widgets/scopes.py" />
            <source>, {count} more</source>
            <translation>，另有 {count} 个</translation>
        </message>
        <message>
            <location filename="../../widgets/scopes.py" />
            <source>1 scope stopped</source>
            <translation>1 个范围已急停</translation>
        </message>
        <message>
            <location filename="../../widgets/scopes.py" />
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="../../widgets/scopes.py" />
            <source>{caption}: {scopes}{more}</source>
            <translation>{caption}：{scopes}{more}</translation>
        </message>
        <message>
            <location filename="../../widgets/scopes.py" />
            <source>{count} scopes stopped</source>
            <translation>{count} 个范围已急停</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/model.py" />
            <source>At the next start; {value} now</source>
            <translation>下次启动生效；现在为 {value}</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/model.py" />
            <source>Default {default}</source>
            <translation>默认 {default}</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/model.py" />
            <source>From {the_file}. {default}</source>
            <translation>来自{the_file}。{default}</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/model.py" />
            <source>wait</source>
            <translation>等待</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/model.py" />
            <source>waits</source>
            <translation>等待</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/model.py" />
            <source>{all_of_them} settings</source>
            <translation>{all_of_them} 项设置</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/model.py" />
            <source>{said}; {waiting} {waits} for the next start</source>
            <translation>{said}；{waiting} 项{waits}下次启动</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/model.py" />
            <source>{shown} of {all_of_them} settings</source>
            <translation>{all_of_them} 项设置中的 {shown} 项</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/model.py" />
            <source>{text}.</source>
            <translation>{text}。</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/view.py" />
            <source>Export settings to a file</source>
            <translation>把设置导出到文件</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/view.py" />
            <source>Import settings from a file</source>
            <translation>从文件导入设置</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/view.py" />
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/view.py" />
            <source>No setting has these words: try fewer letters.</source>
            <translation>没有设置含有这些字：请少输几个字母。</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/view.py" />
            <source>Search settings</source>
            <translation>搜索设置</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/view.py" />
            <source>Takes every setting of a file, or none if one is wrong</source>
            <translation>采用文件中的每一项设置；有一项错就全不采用</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/view.py" />
            <source>What it may be</source>
            <translation>可选值</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/view.py" />
            <source>Words of a setting's name, sentence, unit or value</source>
            <translation>设置的名称、说明、单位或数值中的字</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/view.py" />
            <source>Writes the settings that differ from the defaults, or all of them</source>
            <translation>写出与默认值不同的设置，或全部设置</translation>
        </message>
        <message>
            <location filename="../../widgets/settings/view.py" />
            <source>{name}: {about} Empty: the default.</source>
            <translation>{name}：{about} 留空：默认值。</translation>
        </message>
        <message>
            <location filename="../../widgets/sheet.py" />
            <source>Nothing found.</source>
            <translation>没有找到。</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Another person</source>
            <translation>换一个人</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Code</source>
            <translation>验证码</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Give your name and your password.</source>
            <translation>请输入名称和密码。</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Sign in (Enter)</source>
            <translation>登录（Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Sign in as somebody else</source>
            <translation>以其他人登录</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Sit down as {name} ({number})</source>
            <translation>以 {name} 就座（{number}）</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Stay signed in (Esc)</source>
            <translation>保持登录（Esc）</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Stop works without signing in: {key}, or the button above.</source>
            <translation>不登录也能急停：{key}，或上方的按钮。</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>The code your authenticator app shows now</source>
            <translation>验证器应用现在显示的验证码</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Unlock</source>
            <translation>解锁</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Your account's name</source>
            <translation>你的账户名</translation>
        </message>
        <message>
            <location filename="../../widgets/sign_in/view.py" />
            <source>Your password</source>
            <translation>你的密码</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>A trading day is listed when it ends; this one is in the first row.</source>
            <translation>交易日结束时列出；当日在第一行。</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Against the largest of all days</source>
            <translation>与各日最大值相比</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Against the market's average while the order lived; above 0 is worse</source>
            <translation>以委托存续期间的市场均价为准；大于 0 为较差</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Against the middle at the order's arrival; above 0 is worse</source>
            <translation>以委托到达时的中间价为准；大于 0 为较差</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>As Sharpe, over what fell short of 0</source>
            <translation>同夏普，只计低于 0 的部分</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Avg loss</source>
            <translation>平均亏损</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Avg win</source>
            <translation>平均盈利</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Closed P&amp;L, gross</source>
            <translation>平仓盈亏（毛）</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Closed P&amp;L, net</source>
            <translation>平仓盈亏（净）</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Day, net</source>
            <translation>当日净额</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Equity at the day's end less equity at its beginning: realised and unrealised, after fees</source>
            <translation>日终权益减日初权益：已实现和未实现，扣除手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Expectancy</source>
            <translation>期望值</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Factor</source>
            <translation>因子</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Fill time</source>
            <translation>成交时间</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Filled of order</source>
            <translation>成交比例</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Filled</source>
            <comment>share of an order</comment>
            <translation>成交率</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>First fill</source>
            <translation>首笔成交</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Hour</source>
            <translation>小时</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Largest loss</source>
            <translation>最大亏损</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Largest loss from a peak of the curve</source>
            <translation>自曲线高点的最大亏损</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Largest win</source>
            <translation>最大盈利</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Largest, of the sum of what was closed</source>
            <translation>已平仓累计的最大值</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Last fill</source>
            <translation>末笔成交</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Losers</source>
            <translation>亏损</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Max drawdown</source>
            <translation>最大回撤</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Mean net result of a round trip</source>
            <translation>每回合平均净结果</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Mean over orders that are done</source>
            <translation>已了结委托的平均值</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Mean share of an order that was filled</source>
            <translation>委托成交比例的平均值</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Mean time from an order's arrival</source>
            <translation>从委托到达起的平均时间</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Mean time from arrival to the last fill</source>
            <translation>从到达至最后一笔成交的平均时间</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Nothing is closed yet: a round trip ends when one order of ours closes what another one opened.</source>
            <translation>尚无平仓：一笔我方委托平掉另一笔所开的仓位，即为一个回合。</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Of closed round trips only, after fees</source>
            <translation>仅已平仓回合，扣除手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Of closed round trips only, after the fees of both sides</source>
            <translation>仅已平仓回合，扣除双边手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Of closed round trips only, before fees</source>
            <translation>仅已平仓回合，未扣手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Of the days that ended, a year</source>
            <translation>已结束的交易日，年化</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Of the order that opened the round trip</source>
            <translation>开仓委托的归属</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Of the trading days that ended, marked at their end, a year; none before two</source>
            <translation>已结束交易日，按日终标记，年化；满两日才有</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Orders done</source>
            <translation>了结委托</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Orders that are done</source>
            <translation>已了结的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Profit factor</source>
            <translation>盈利因子</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Profit factor: sum of the wins over sum of the losses</source>
            <translation>盈利因子：盈利总额除以亏损总额</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Realised and unrealised, before fees</source>
            <translation>已实现和未实现，未扣手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Round trips</source>
            <translation>回合</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Round trips that won, of all</source>
            <translation>盈利回合占全部</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Round trips: what one order opened and another one closed, first in, first out</source>
            <translation>回合：一笔委托开仓、另一笔平仓，先进先出</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Share of the round trips that won after fees</source>
            <translation>扣费后盈利的回合占比</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Sharpe</source>
            <translation>夏普</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Since the trading day began, after fees</source>
            <translation>自交易日开始，扣除手续费</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Slip, VWAP</source>
            <translation>VWAP 滑点</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Slip, arrival</source>
            <translation>到达滑点</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Slippage, VWAP</source>
            <translation>VWAP 滑点</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Slippage, arrival</source>
            <translation>到达滑点</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Sortino</source>
            <translation>索提诺</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Sum of the wins over sum of the losses; none without a loss</source>
            <translation>盈利总额除以亏损总额；没有亏损则无</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>The first fill begins the curve.</source>
            <translation>曲线从第一笔成交开始。</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Total P&amp;L, gross</source>
            <translation>总盈亏（毛）</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Total P&amp;L, net</source>
            <translation>总盈亏（净）</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Trips</source>
            <translation>回合</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Win rate</source>
            <translation>胜率</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Winners</source>
            <translation>盈利</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>Won</source>
            <translation>胜率</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>bp against the market's average price while the order lived; above 0 is worse</source>
            <translation>以委托存续期间的市场均价为准，单位 bp；大于 0 为较差</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>bp against the middle at the order's arrival; above 0 is worse</source>
            <translation>以委托到达时的中间价为准，单位 bp；大于 0 为较差</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>by hand</source>
            <translation>手动</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>{day} (now)</source>
            <translation>{day}（当前）</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>{losers}, avg {or_dash}</source>
            <translation>{losers}，平均 {or_dash}</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>{ns} min</source>
            <translation>{ns} 分钟</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>{ns} ms</source>
            <translation>{ns} 毫秒</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>{number} bp</source>
            <translation>{number} bp</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/model.py" />
            <source>{winners}, avg {or_dash}</source>
            <translation>{winners}，平均 {or_dash}</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>By the hour of the day, on the session's clock</source>
            <translation>按会话时钟的小时</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>Days</source>
            <translation>按日</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>Equity, net</source>
            <translation>净权益</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>Figures</source>
            <translation>数值</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>Hours</source>
            <translation>按小时</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>In {currency}</source>
            <translation>以 {currency} 计</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>Instruments</source>
            <translation>按合约</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>Overview</source>
            <translation>总览</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>P&amp;L by trading day</source>
            <translation>每日盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>P&amp;L of each trading day</source>
            <translation>每个交易日的盈亏</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>Round trips and execution by instrument</source>
            <translation>按合约的回合与执行</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>Round trips and execution by strategy</source>
            <translation>按策略的回合与执行</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>Statistics by {lower}</source>
            <translation>按{lower}统计</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>Strategies</source>
            <translation>按策略</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>The equity curve and the figures of the run</source>
            <translation>权益曲线和本次运行的数值</translation>
        </message>
        <message>
            <location filename="../../widgets/statistics/view.py" />
            <source>The next currency that something was won or lost in</source>
            <translation>下一个有盈亏的货币</translation>
        </message>
        <message>
            <location filename="../../widgets/story/durations.py" />
            <source>same step</source>
            <translation>同一步</translation>
        </message>
        <message>
            <location filename="../../widgets/story/durations.py" />
            <source>{hours} h {rest} min</source>
            <translation>{hours} 小时 {rest} 分</translation>
        </message>
        <message>
            <location filename="../../widgets/story/durations.py" />
            <source>{ns:.0f} ms</source>
            <translation>{ns:.0f} 毫秒</translation>
        </message>
        <message>
            <location filename="../../widgets/story/durations.py" />
            <source>{ns:.3g} ms</source>
            <translation>{ns:.3g} 毫秒</translation>
        </message>
        <message>
            <location filename="../../widgets/story/durations.py" />
            <source>{ns} ns</source>
            <translation>{ns} 纳秒</translation>
        </message>
        <message>
            <location filename="../../widgets/story/durations.py" />
            <source>{rest} min {ns} s</source>
            <translation>{rest} 分 {ns} 秒</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>Basket {group}</source>
            <translation>篮子 {group}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>Child {leg}</source>
            <translation>子单 {leg}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>Command</source>
            <translation>指令</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>Gate</source>
            <translation>风控</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>Group {group}, {kind}</source>
            <translation>组 {group}，{kind}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>Leg {number}: {leg}</source>
            <translation>腿 {number}：{leg}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>Line {number}: {leg}</source>
            <translation>第 {number} 行：{leg}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>No such order</source>
            <translation>没有此委托</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>Only the newest orders' stories are kept here. Open the journal panel ({key}) and find order {order_id}, or run: main.py journal show {order_id}</source>
            <translation>这里只保留最近委托的经过。请打开流水面板（{key}）查找委托 {order_id}，或运行：main.py journal show {order_id}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>Order {order_id}</source>
            <translation>委托 {order_id}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>Refused order</source>
            <translation>被拒委托</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>There is no order with this number in the run.</source>
            <translation>本次运行中没有此编号的委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>Works for parent order {parent}</source>
            <translation>服务于父单 {parent}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>order {key}</source>
            <translation>委托 {key}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>unknown instrument</source>
            <translation>未知合约</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>{left_out} moments between are not kept here: main.py journal show {order_id} has them all.</source>
            <translation>其间有 {left_out} 个时刻未保留在此：main.py journal show {order_id} 可查全部。</translation>
        </message>
        <message>
            <location filename="../../widgets/story/model.py" />
            <source>{name}, not sent</source>
            <translation>{name}，未发送</translation>
        </message>
        <message>
            <location filename="../../widgets/story/timeline.py" />
            <source>What happened to the order</source>
            <translation>委托经历</translation>
        </message>
        <message>
            <location filename="../../widgets/story/timeline.py" />
            <source>{paragraphs} entries</source>
            <translation>{paragraphs} 条</translation>
        </message>
        <message>
            <location filename="../../widgets/story/view.py" />
            <source>Belongs together</source>
            <translation>相关委托</translation>
        </message>
        <message>
            <location filename="../../widgets/story/view.py" />
            <source>Close the story</source>
            <translation>关闭全程</translation>
        </message>
        <message>
            <location filename="../../widgets/story/view.py" />
            <source>Close the story (Esc)</source>
            <translation>关闭全程（Esc）</translation>
        </message>
        <message>
            <location filename="../../widgets/story/view.py" />
            <source>Stages: {said}</source>
            <translation>阶段：{said}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/view.py" />
            <source>Story of the order</source>
            <translation>委托全程</translation>
        </message>
        <message>
            <location filename="../../widgets/story/view.py" />
            <source>came</source>
            <translation>已到</translation>
        </message>
        <message>
            <location filename="../../widgets/story/view.py" />
            <source>not yet</source>
            <translation>未到</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source> at {price}</source>
            <translation> @ {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>, trade {trade_id}</source>
            <translation>，成交号 {trade_id}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Acknowledged, working</source>
            <translation>已确认，挂单中</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Asked for</source>
            <translation>已请求下单</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Cancel asked for</source>
            <translation>已请求撤单</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Changed by the venue unasked</source>
            <translation>场所自行更改</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Filled {qty} at {price}</source>
            <translation>成交 {qty} @ {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Held back by the kill switch</source>
            <translation>被急停拦下</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>In doubt, venue asked</source>
            <translation>存疑，已询问场所</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>It stands as it stood.</source>
            <translation>保持原样。</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Leg {leg} {state}</source>
            <translation>腿 {leg}{state}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Passed the gate, sent</source>
            <translation>通过风控，已发送</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Refused by the gate</source>
            <translation>被风控拒绝</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Rejected by the exchange</source>
            <translation>被交易所拒单</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Replace asked for</source>
            <translation>已请求改单</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Replaced</source>
            <translation>已改单</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Stands: {lower}</source>
            <translation>现状：{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>The limit is {scope}'s.</source>
            <translation>限额属于 {scope}。</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Trade {trade_id} corrected</source>
            <translation>成交 {trade_id} 已更正</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Trade {trade_id} undone</source>
            <translation>成交 {trade_id} 已撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Triggered</source>
            <translation>已触发</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>Working on</source>
            <translation>继续挂着</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>a soft limit was passed by typing its number</source>
            <translation>已输入数字越过软限额</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>a stop came between its approval and its sending</source>
            <translation>在批准与发送之间发生了停止</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>at {price}</source>
            <translation>价 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>by {who}</source>
            <translation>由 {who}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>client id {client_order_id}, account {account}</source>
            <translation>客户编号 {client_order_id}，账户 {account}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>correlation {correlation}</source>
            <translation>关联号 {correlation}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>fee {money} given back</source>
            <translation>退还手续费 {money}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>for {qty}</source>
            <translation>数量 {qty}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>price {price}</source>
            <translation>价格 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>quantity {qty}</source>
            <translation>数量 {qty}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>scope {scope}</source>
            <translation>范围 {scope}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>to the core {to_core}, decided in {decided}, on the record and shown {shown} after it was asked</source>
            <translation>{to_core} 后到达核心，用 {decided} 作出决定，自提出起 {shown} 后已写入记录并可见</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>to {venue}</source>
            <translation>发往 {venue}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>to {where}</source>
            <translation>发往 {where}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>trades no worse than {price}</source>
            <translation>成交价不差于 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>trigger {price}</source>
            <translation>触发价 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>with all others</source>
            <translation>与其他全部一起</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>{capitalize} refused</source>
            <translation>{capitalize}被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>{how}, fee {money}</source>
            <translation>{how}，手续费 {money}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>{lower} at {venue}</source>
            <translation>{lower}，{venue}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>{qty} ahead in its queue</source>
            <translation>队列前面有 {qty}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>{qty} open</source>
            <translation>{qty} 未成交</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>{qty} open, {place}</source>
            <translation>{qty} 未成交，{place}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>{qty} will not trade: {reason}</source>
            <translation>{qty} 不再成交：{reason}</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>{request} rejected by the exchange</source>
            <translation>{request}被交易所拒绝</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>{venue} is asked for every fill and its state</source>
            <translation>正在向 {venue} 询问每笔成交及其状态</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>{venue} said something that does not fit</source>
            <translation>{venue} 的回报对不上</translation>
        </message>
        <message>
            <location filename="../../widgets/story/words.py" />
            <source>{venue}, the exchange inside</source>
            <translation>{venue}，内部交易所</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/model.py" />
            <source>Paused, {count} new</source>
            <translation>已暂停，新增 {count}</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/model.py" />
            <source>print is</source>
            <translation>笔成交</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/model.py" />
            <source>prints are</source>
            <translation>笔成交</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/model.py" />
            <source>{decimal} {words} not shown here</source>
            <translation>{decimal} {words}未显示在此</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/roll.py" />
            <source>Each one appears as it happens.</source>
            <translation>每笔成交发生时显示。</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/roll.py" />
            <source>Lower the minimum size to see smaller trades.</source>
            <translation>调低最小数量可见较小的成交。</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/roll.py" />
            <source>No trade of ours yet</source>
            <translation>尚无我方成交</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/roll.py" />
            <source>No trades yet</source>
            <translation>尚无成交</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/roll.py" />
            <source>Nothing this large yet</source>
            <translation>尚无这么大的成交</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/roll.py" />
            <source>Wheel or Page keys look back, Home returns to the newest</source>
            <translation>滚轮或翻页键回看，Home 回到最新</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/roll.py" />
            <source>busted</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/roll.py" />
            <source>corrected to</source>
            <translation>更正为</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/roll.py" />
            <source>newest: click or Home</source>
            <translation>最新：单击或 Home</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/roll.py" />
            <source>{key} shows everybody's.</source>
            <translation>按 {key} 显示所有人的成交。</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/view.py" />
            <source>Merge</source>
            <translation>合并</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/view.py" />
            <source>Min</source>
            <translation>最小</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/view.py" />
            <source>One line for all prints of one aggressor's order</source>
            <translation>同一主动委托的全部成交合为一行</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/view.py" />
            <source>Over the last five seconds</source>
            <translation>最近五秒</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/view.py" />
            <source>Own</source>
            <translation>自己</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/view.py" />
            <source>Smaller prints are hidden; empty shows all</source>
            <translation>较小的成交被隐藏；留空显示全部</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/view.py" />
            <source>Speed of the tape</source>
            <translation>逐笔速度</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/view.py" />
            <source>Tape</source>
            <translation>逐笔</translation>
        </message>
        <message>
            <location filename="../../widgets/tape/view.py" />
            <source>prints/s</source>
            <translation>笔/秒</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>% of depth</source>
            <translation>深度 %</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>No price yet to count a value by: type a quantity.</source>
            <translation>尚无价格可换算金额：请输入数量。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>Nothing is displayed on the other side: type a quantity.</source>
            <translation>对方没有显示量：请输入数量。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>That is less than the smallest order, {plain_qty} {base}.</source>
            <translation>小于最小委托 {plain_qty} {base}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>Too few orders yet to know the usual size: type a quantity.</source>
            <translation>委托太少，不知平常大小：请输入数量。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>multiple</source>
            <translation>倍数</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>percent of depth</source>
            <translation>深度百分比</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>{lots:.1f} % of depth</source>
            <translation>深度的 {lots:.1f} %</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>{lots:.2f}× usual</source>
            <translation>平常的 {lots:.2f} 倍</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>{lots}× the ten best levels: is it meant in {quote}?</source>
            <translation>十档总量的 {lots} 倍：是指 {quote} 吗？</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>{lots}× your usual order: is it meant in {quote}?</source>
            <translation>平常委托的 {lots} 倍：是指 {quote} 吗？</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/amounts.py" />
            <source>× usual</source>
            <translation>× 平常</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>A market order has no price.</source>
            <translation>市价委托没有价格。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>More than {columns} columns: {columns_2}.</source>
            <translation>多于 {columns} 列：{columns_2}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>No instrument {short} is listed here.</source>
            <translation>此处没有合约 {short}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>Side must be buy or sell, not {short}.</source>
            <translation>方向必须是买入或卖出，而不是 {short}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>The order is worth more than can be booked.</source>
            <translation>委托价值超过可记录的大小。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>The side is missing: buy or sell.</source>
            <translation>缺少方向：buy 或 sell。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>The symbol is missing.</source>
            <translation>缺少合约代码。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>This is no table: a quotation mark is not closed, or a character does not belong there.</source>
            <translation>这不是表格：引号没有闭合，或有不该出现的字符。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>This is too long for a basket: at most 500 rows.</source>
            <translation>篮子过长：最多 500 行。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>This type of order cannot live that long.</source>
            <translation>这种委托不能有这么长的有效期。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>Time in force must be one of {times}, not {short}.</source>
            <translation>有效期必须是 {times} 之一，而不是 {short}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>Type must be limit, market or stop, not {short}.</source>
            <translation>类型必须是限价、市价或止损，而不是 {short}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_form.py" />
            <source>type</source>
            <translation>类型</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_rows.py" />
            <source>Checked rows</source>
            <translation>检查过的行</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_rows.py" />
            <source>Each row as it would be sent, or why it cannot be</source>
            <translation>每一行将如何发送，或为何不能</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_rows.py" />
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_rows.py" />
            <source>Time</source>
            <comment>in force</comment>
            <translation>有效期</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Again</source>
            <translation>再来一次</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Arms the same rows again, with new numbers</source>
            <translation>重新备好同样的行，换新编号</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Clear the basket</source>
            <translation>清空篮子</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Empties the text</source>
            <translation>清空文字</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Rows of the basket</source>
            <translation>篮子的行</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Rows, pasted or typed: symbol, side, quantity, type, price, time in force</source>
            <translation>粘贴或输入的行：合约、方向、数量、类型、价格、有效期</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Send all</source>
            <translation>全部发送</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Send the basket</source>
            <translation>发送篮子</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Send the same basket once more</source>
            <translation>再发同样的篮子</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Sending…</source>
            <translation>正在发送…</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Sends every row at once, or none (Ctrl+Enter)</source>
            <translation>一次发送所有行，或都不发（Ctrl+Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_view.py" />
            <source>Sent, waiting for the answer…</source>
            <translation>已发送，等待答复…</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>Line {line}</source>
            <translation>第 {line} 行</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>Paste rows from a spreadsheet: symbol, side, quantity, type, price, time in force. A first row may name them.</source>
            <translation>从电子表格粘贴：合约、方向、数量、类型、价格、有效期。首行可为列名。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>Refused: {why}</source>
            <translation>已拒绝：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>Rejected: {why}</source>
            <translation>被场所拒绝：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>Sent {count}: {open} working, {done} filled, {no} refused or rejected.</source>
            <translation>发送 {count} 笔：{open} 笔已挂单，{done} 笔已成交，{no} 笔被拒。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>The basket</source>
            <translation>此篮子</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>The gate lets all of it pass.</source>
            <translation>风控全部放行。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>{rows} order{s}</source>
            <translation>{rows} 笔委托</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>{rows} rows: a basket has at most {most_rows}.</source>
            <translation>{rows} 行：篮子最多 {most_rows} 行。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>{state}: {why}</source>
            <translation>{state}：{why}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>{where} meets a soft limit: {said} Make it smaller, or send it from the ticket.</source>
            <translation>{where}遇到软限额：{said}请减小，或从下单面板发送。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/basket_words.py" />
            <source>{wrong} of {rows} rows cannot be sent: each says why. Nothing is sent until all are right.</source>
            <translation>{rows} 行中有 {wrong} 行不能发送：各行写明原因。全部正确前一行也不发。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>A trail is a distance, and no price</source>
            <translation>跟踪幅度是距离，不是价格</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Answer</source>
            <translation>答复</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Good till, UTC</source>
            <translation>有效至，UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>How long it may live</source>
            <translation>有效多久</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>How the trail is counted</source>
            <translation>跟踪距离的计法</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Mid</source>
            <translation>中间</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>No instrument yet</source>
            <translation>尚无合约</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>No quantity of {symbol}</source>
            <translation>没有 {symbol} 的数量</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Not with exits: linked orders go as they are written</source>
            <translation>有退出单时不行：关联委托按所写发出</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>One step {word} ({key})</source>
            <translation>{word}一步（{key}）</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Or less</source>
            <translation>可减量</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Price at the {lower}</source>
            <translation>价格取{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Price: {main_tip}</source>
            <translation>价格：{main_tip}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Quantity {text}</source>
            <translation>数量 {text}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Quantity: arrows, + and − or the wheel step it, with Shift by ten</source>
            <translation>数量：方向键、+ 和 − 或滚轮逐步增减，加 Shift 十步</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Soft limit</source>
            <translation>软限额</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>The gate may cut it down to what its limits leave</source>
            <translation>风控可把它减到限额允许的大小</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>The same order once more, with a new number</source>
            <translation>同样的委托再发一次，换新编号</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>The same quantity</source>
            <translation>同样的数量</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Trail</source>
            <translation>跟踪</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Trail %</source>
            <translation>跟踪 %</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Trail ticks</source>
            <translation>跟踪价位数</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Type the number that a soft limit asks for</source>
            <translation>输入软限额要求的数字</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Until when, UTC: 17:30, or 2018-07-14 09:00</source>
            <translation>到何时，UTC：17:30，或 2018-07-14 09:00</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>What kind of order: any, limit, market, stop</source>
            <translation>哪种委托：任意、限价、市价、止损</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>What the quantity counts</source>
            <translation>数量按什么计</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>Worst</source>
            <translation>最差价</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>arrows, + and − or the wheel move it one tick, with Shift ten; at bid, middle, ask, last</source>
            <translation>方向键、+ 和 − 或滚轮移动一个变动价位，加 Shift 十个；取买价、中间价、卖价、最新价</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>down</source>
            <translation>下</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>not for this type</source>
            <translation>此类型不可用</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>optional</source>
            <translation>可不填</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>until, UTC</source>
            <translation>到何时，UTC</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/controls.py" />
            <source>{text} of the order</source>
            <translation>委托的{text}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/exits.py" />
            <source>An OCO is a limit order that rests and a stop: choose Limit, and a time in force that rests.</source>
            <translation>OCO 由一笔挂着的限价委托和一笔止损组成：请选限价和可挂单的有效期。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/exits.py" />
            <source>No price yet to count a distance from: type a price.</source>
            <translation>尚无价格可计距离：请输入价格。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/exits.py" />
            <source>The {field} must be {where} {price}.</source>
            <translation>{field}必须{where} {price}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/exits.py" />
            <source>The {field} would stand nowhere: type another distance.</source>
            <translation>{field}没有可放之处：请输入别的距离。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/exits.py" />
            <source>Type a target, a stop, or both: without them there is nothing to link.</source>
            <translation>请输入止盈、止损或两者：否则无可关联。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/exits.py" />
            <source>Type where the stop of the OCO stands.</source>
            <translation>请输入 OCO 止损的位置。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/exits.py" />
            <source>above</source>
            <translation>高于</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/exits.py" />
            <source>below</source>
            <translation>低于</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/exits.py" />
            <source>stop</source>
            <translation>止损</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/exits.py" />
            <source>target</source>
            <translation>止盈</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>-1 or less</source>
            <translation>-1 或更小</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>1 or more</source>
            <translation>1 或更大</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>A GTD order needs an end in the future.</source>
            <translation>GTD 委托的结束时间须在将来。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>A minimum goes with IOC, a hidden order or a peg.</source>
            <translation>最小量须配合 IOC、隐藏委托或挂钩。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>A peg to the middle has no offset.</source>
            <translation>挂钩中间价没有偏移。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>A peg to the other side keeps away from it: type {least}.</source>
            <translation>挂钩对方价须与其保持距离：请输入 {least}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>A post-only order is shown whole: not hidden, not all or none, no minimum.</source>
            <translation>只挂单的委托须完整显示：不隐藏、不要求全部成交、无最小量。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>All or none has no other minimum.</source>
            <translation>要求全部成交时没有另外的最小量。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>An iceberg shows its peak: not hidden, not all or none.</source>
            <translation>冰山只显示一部分：不隐藏、不要求全部成交。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>An order for an auction is shown whole and plain: take its terms off.</source>
            <translation>竞价委托须完整显示且无附加条件：请去掉条件。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>An order that never rests has nothing to show or hide: take its terms off, or let it rest.</source>
            <translation>从不挂着的委托无所谓显示或隐藏：请去掉条件，或让它挂着。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>Choose what the order follows.</source>
            <translation>请选择委托跟随什么。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>Show more: the order would come in over 10 000 slices.</source>
            <translation>请多显示一些：否则委托将分成 10 000 份以上。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>The minimum is larger than the order.</source>
            <translation>最小量大于委托量。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>The spread must be smaller than what is shown.</source>
            <translation>浮动量必须小于显示量。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>This type of order cannot live that long: choose another time in force.</source>
            <translation>这种委托不能有这么长的有效期：请选别的。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>Until when? Type a time in UTC like 17:30, or a date with one.</source>
            <translation>到何时？请输入 UTC 时间，如 17:30，或加日期。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>Until when? Type a time in UTC.</source>
            <translation>到何时？请输入 UTC 时间。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>displayed quantity</source>
            <translation>显示量</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>minimum quantity</source>
            <translation>最小数量</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>offset</source>
            <translation>偏移</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>spread</source>
            <translation>浮动量</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>the way from the trigger</source>
            <translation>距触发价的幅度</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/form.py" />
            <source>worst price</source>
            <translation>最差价</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source> Limit{whose}.</source>
            <translation> 限额{whose}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source> Line {line}.</source>
            <translation> 第 {line} 行。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source> for {line}</source>
            <translation>（{line}）</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source> of {plain_qty}</source>
            <translation>/{plain_qty}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source> of {scope}</source>
            <translation>（{scope}）</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>, {much}{whole} filled at {average}</source>
            <translation>，{much}{whole} 成交于 {average}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>Held by the desk, because its venue has no such order.</source>
            <translation>由交易台代持，因其场所没有这种委托。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>Limit{whose}.</source>
            <translation>限额{whose}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>No limit asks for a number now: what stands in its field counts for nothing.</source>
            <translation>现在没有限额要求数字：该栏中的内容不起作用。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>That is not {number}: only that number passes the limit.</source>
            <translation>不是 {number}：只有该数字能越过限额。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>The exchange would reject {line}: {lower}.</source>
            <translation>交易所将拒绝{line}：{lower}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>The gate lets it pass.</source>
            <translation>风控放行。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>The gate lets it pass; nearest to their limits:</source>
            <translation>风控放行；离限额最近的：</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>The gate would cut it to {less} {base}, and send that.</source>
            <translation>风控将减到 {less} {base} 后发送。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>Type {soft_number} to pass the soft limit{whose}: {lower}</source>
            <translation>输入 {soft_number} 可越过软限额{whose}：{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>Would be refused{value}: {lower}</source>
            <translation>将被拒{value}：{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>it</source>
            <translation>它</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>line {line}</source>
            <translation>第 {line} 行</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>the entry</source>
            <translation>入场单</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>the stop</source>
            <translation>止损单</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>the target</source>
            <translation>止盈单</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>{also} more limit{s} would refuse it.</source>
            <translation>还有 {also} 项限额会拒绝它。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>{plain_qty} {base} would pass.</source>
            <translation>{plain_qty} {base} 可放行。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>{refused} lines would be refused.</source>
            <translation>{refused} 行将被拒。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>{state}{filled} · order {count}</source>
            <translation>{state}{filled} · 委托 {count}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/gate_words.py" />
            <source>{used} of {of}{unit}</source>
            <translation>{used} / {of}{unit}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>, limit {price}</source>
            <translation>，限价 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>; now avg {price}</source>
            <translation>；现在均价 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Becomes the best {whose}</source>
            <translation>成为最优{whose}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Book fills {share}: {said}; the rest {rests}</source>
            <translation>盘口可成交 {share}：{said}；其余{rests}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Finds nothing at this price now: cancelled at once</source>
            <translation>此价格现在无可成交：立即撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Fires when the market {way} {count} ticks{cost}</source>
            <translation>市场{way} {count} 个价位时触发{cost}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Fires {away} {above_the_lowest} from now on</source>
            <translation>从现在起{above_the_lowest} {away} 时触发</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Follows the market unseen, never beyond its limit</source>
            <translation>不显示地跟随市场，绝不越过其限价</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Joins the {whose}, behind {size} {base}</source>
            <translation>排入{whose}，前面有 {size} {base}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>KILL SWITCH ENGAGED —</source>
            <translation>急停已触发 —</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>No session is running {refused}</source>
            <translation>没有会话在运行{refused}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>No session {refused}</source>
            <translation>无会话{refused}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Nothing to trade against: there is no {whose}</source>
            <translation>无可成交：没有{whose}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Nothing trades before the auction ends</source>
            <translation>竞价结束前没有成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Nothing trades until the market opens again</source>
            <translation>市场重新开放前没有成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Rests {count} tick{s} {below} the {whose}</source>
            <translation>挂在{below}{whose} {count} 个价位处</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Stop {price}{won}</source>
            <translation>止损 {price}{won}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Target {price}{won}</source>
            <translation>止盈 {price}{won}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>The market is there already: it fires at once</source>
            <translation>市场已到：立即触发</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Trades at once</source>
            <translation>立即成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Waits for its trigger</source>
            <translation>等待触发</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Worst unknown</source>
            <translation>最差未知</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Worst {money} at {price}</source>
            <translation>最差 {money}，价 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Worst {money} {quote}</source>
            <translation>最差 {money} {quote}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Would trade at once: it slides back</source>
            <translation>会立即成交：将退让</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>Would trade at once: the exchange rejects it</source>
            <translation>会立即成交：交易所将拒单</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>above the lowest</source>
            <translation>高于最低点</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>at least {plain_qty}</source>
            <translation>至少 {plain_qty}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>avg {price}, worst {price_2}</source>
            <translation>均价 {price}，最差 {price_2}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>below the highest</source>
            <translation>低于最高点</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>falls</source>
            <translation>下跌</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>is cancelled</source>
            <translation>撤销</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>middle</source>
            <translation>中间价</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>no further than {hundredths}{no_break}%</source>
            <translation>不超过 {hundredths}{no_break}%</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>no {whose}</source>
            <translation>没有{whose}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>or less</source>
            <translation>或更少</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>other side</source>
            <translation>对方价</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>own side</source>
            <translation>本方价</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>peg {peg}{by}, limit {price}</source>
            <translation>挂钩 {peg}{by}，限价 {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>rests</source>
            <translation>挂着</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>rises</source>
            <translation>上涨</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>shows {plain_qty}{spread}</source>
            <translation>显示 {plain_qty}{spread}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>slip {tenths:.1f}{no_break}bp</source>
            <translation>滑点 {tenths:.1f}{no_break}bp</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>then flat</source>
            <translation>之后空仓</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>then {rest}{size} {base}</source>
            <translation>之后 {rest}{size} {base}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>touch</source>
            <translation>触价</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>trail {percent}</source>
            <translation>跟踪 {percent}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>{count} ticks</source>
            <translation>{count} 个价位</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>{engaged} new orders are refused</source>
            <translation>{engaged}新委托被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>{engaged} orders refused</source>
            <translation>{engaged}委托被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>{phase}: not in continuous trading</source>
            <translation>{phase}：不在连续交易中</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>{price} limit</source>
            <translation>{price} 限价</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>{what} at {where}{terms}</source>
            <translation>{what} @ {where}{terms}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/model.py" />
            <source>— orders are refused</source>
            <translation>— 委托被拒</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/named.py" />
            <source>No presets yet: name this ticket and save it</source>
            <translation>尚无预设：给此下单命名并保存</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/numbers.py" />
            <source>Amount is out of range.</source>
            <translation>金额超出范围。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/numbers.py" />
            <source>Amount must be more than zero.</source>
            <translation>金额必须大于零。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/numbers.py" />
            <source>{capitalize} has at most two decimals.</source>
            <translation>{capitalize}最多两位小数。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/numbers.py" />
            <source>{capitalize} is a whole number of ticks.</source>
            <translation>{capitalize}是价位的整数个。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/numbers.py" />
            <source>{capitalize} is out of range.</source>
            <translation>{capitalize}超出范围。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/numbers.py" />
            <source>{capitalize} is out of range: at most {most:g}.</source>
            <translation>{capitalize}超出范围：最多 {most:g}。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/numbers.py" />
            <source>{capitalize} must be more than zero.</source>
            <translation>{capitalize}必须大于零。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>. Typed here, it makes the order a bracket</source>
            <translation>。在此输入即成为带退出单的委托</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>AON</source>
            <translation>全成</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Added to the price that it follows, signed</source>
            <translation>加在所跟随的价格上，带正负号</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>All or none</source>
            <translation>全部成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>An iceberg's peak; empty shows all of it</source>
            <translation>冰山的显示部分；留空则全部显示</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Delete the preset</source>
            <translation>删除预设</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Displayed quantity</source>
            <translation>显示量</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Each peak is drawn this much around it</source>
            <translation>每次显示量围绕它随机浮动</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Fills the ticket from a named one; sends nothing</source>
            <translation>用预设填好下单面板；不发送</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Fires on</source>
            <translation>触发依据</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Follows</source>
            <translation>跟随</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Forgets the preset of that name</source>
            <translation>忘掉此名称的预设</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Furthest from the trigger, percent</source>
            <translation>距触发价最远，百分比</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Hidden</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>How target and stop are counted</source>
            <translation>止盈和止损的计法</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Keeps this ticket under the name, for every symbol</source>
            <translation>以此名称保存本下单，用于所有合约</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Keeps this ticket under the name, for this symbol</source>
            <translation>以此名称保存本下单，用于此合约</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Linked orders</source>
            <translation>关联委托</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Name of the preset</source>
            <translation>预设名称</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>No exits</source>
            <translation>无止盈止损</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>No trade smaller than this</source>
            <translation>不做更小的成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Nobody sees it; it trades after what is displayed</source>
            <translation>无人看见；在显示量之后成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Offset</source>
            <translation>偏移</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Offset in ticks</source>
            <translation>偏移价位数</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>On {lower}</source>
            <translation>按{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Save for all</source>
            <translation>存于全部</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Save for all symbols</source>
            <translation>为所有合约保存</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Save for this symbol</source>
            <translation>为此合约保存</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Save for {symbol}</source>
            <translation>为 {symbol} 保存</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Save here</source>
            <translation>存于此</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Saved under this name</source>
            <translation>以此名称保存</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Smallest quantity to trade</source>
            <translation>最小成交量</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Spread of the displayed quantity</source>
            <translation>显示量的浮动</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Target</source>
            <translation>止盈</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>The market that fires the order</source>
            <translation>触发委托的市场价</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>The order stands alone</source>
            <translation>委托单独存在</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>This limit order or a stop of the same side, whichever comes first</source>
            <translation>这笔限价委托或同方向的止损，先到者成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Trades whole or not at all; it rests unseen</source>
            <translation>整笔成交或不成交；不显示地挂着</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Use a preset</source>
            <translation>选用预设</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Use one …</source>
            <translation>选用…</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>What fills gets a target and a stop; one takes the other out</source>
            <translation>成交部分得到止盈和止损；一个成交撤销另一个</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>What fills sends these after it, each for itself</source>
            <translation>成交后发出这些委托，各自独立</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>What hangs on this order</source>
            <translation>此委托带着什么</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Where it cuts the loss; arrows step</source>
            <translation>在哪里止损；方向键增减</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Where it stops trading once it fired</source>
            <translation>触发后到哪里停止成交</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Where it takes the profit; arrows step</source>
            <translation>在哪里止盈；方向键增减</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Where the stop stands that goes in the limit order's place; arrows step</source>
            <translation>代替限价委托的止损所在的价格；方向键步进</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Whether it may trade at once; slide: it steps back instead</source>
            <translation>是否可立即成交；退让：改为退一步挂单</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Which price fires it</source>
            <translation>由哪个价格触发</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Which price it follows, unseen</source>
            <translation>不显示地跟随哪个价格</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>Worst %</source>
            <translation>最差 %</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>as prices</source>
            <translation>按价格</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>in percent</source>
            <translation>按百分比</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>in ticks</source>
            <translation>按价位数</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>name of this ticket</source>
            <translation>本下单的名称</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>or the limit order</source>
            <translation>或限价委托</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>ticks; a peg is never shown</source>
            <translation>跳；挂钩委托从不显示</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/pages.py" />
            <source>{tip}; arrows step</source>
            <translation>{tip}；方向键增减</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/presets.py" />
            <source>A name has at most {name_length} characters.</source>
            <translation>名称最多 {name_length} 个字符。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/presets.py" />
            <source>A name has no control characters.</source>
            <translation>名称不能含控制字符。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/presets.py" />
            <source>Type a name for the preset.</source>
            <translation>请输入预设名称。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/send_button.py" />
            <source>Send: {text}</source>
            <translation>发送：{text}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/send_button.py" />
            <source>Sends this order once (Ctrl+Enter)</source>
            <translation>发送此委托一次（Ctrl+Enter）</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/side_button.py" />
            <source>The order will {lower}</source>
            <translation>委托将{lower}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/side_button.py" />
            <source>{side} side</source>
            <translation>{side}方向</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/side_button.py" />
            <source>{whose} at {price}</source>
            <translation>{whose} {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/view.py" />
            <source>Complete the order</source>
            <translation>把委托填完整</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/view.py" />
            <source>No instrument yet. The first listed one fills this ticket as soon as a session runs.</source>
            <translation>尚无合约。会话运行后，第一个合约会填入这里。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/view.py" />
            <source>No soft limit asks for a number now</source>
            <translation>现在没有软限额要求填数字</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/view.py" />
            <source>Not before an order was sent from here, and answered</source>
            <translation>须先从这里发出一笔委托并得到答复</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/view.py" />
            <source>Nothing to send yet</source>
            <translation>尚无可发送</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/view.py" />
            <source>Sent. Change it, or press Again</source>
            <translation>已发送。修改它，或按“再来一次”</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/view.py" />
            <source>The last ticket's answer is still out: look at Orders.</source>
            <translation>上一张下单的答复还没到：请看委托面板。</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/view.py" />
            <source>none asked</source>
            <translation>无要求</translation>
        </message>
        <message>
            <location filename="../../widgets/ticket/view.py" />
            <source>type {number}</source>
            <translation>输入 {number}</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_at.py" />
            <source>S</source>
            <comment>letter of a stop order</comment>
            <translation>S</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_at.py" />
            <source>T</source>
            <comment>letter of an order that fires when touched</comment>
            <translation>T</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_at.py" />
            <source>if touched {trigger}</source>
            <translation>触价 {trigger}</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_at.py" />
            <source>if touched {trigger}, limit {limit}</source>
            <translation>触价 {trigger}，限价 {limit}</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_at.py" />
            <source>stop {trigger}</source>
            <translation>止损 {trigger}</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_at.py" />
            <source>stop {trigger}, limit {limit}</source>
            <translation>止损 {trigger}，限价 {limit}</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_at.py" />
            <source>trailing stop</source>
            <translation>跟踪止损</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_at.py" />
            <source>trailing stop {trigger}</source>
            <translation>跟踪止损 {trigger}</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>Trigger {number}, {lower}, {on}: when {when}, {what}</source>
            <translation>触发器 {number}，{lower}，{on}：当{when}时，{what}</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>a position is not the sum of its fills, or a child asks for more than its parent has</source>
            <translation>持仓不等于其成交之和，或子单要求多于父单</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>a venue knows our orders or positions otherwise</source>
            <translation>场所所知的我方委托或持仓与我方不同</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>it is told, nothing else</source>
            <translation>只提示，不做别的</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>more than {at} of our orders are refused or rejected within {within}</source>
            <translation>我方委托在 {within} 内被拒超过 {at} 笔</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>more than {at} orders, replaces and cancels of ours come within {within}</source>
            <translation>我方下单、改单和撤单在 {within} 内超过 {at} 次</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>more than {at} rejections by a venue and troubles outside come within {within}</source>
            <translation>场所拒单和外部故障在 {within} 内超过 {at} 次</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>nothing new passes and every order is cancelled</source>
            <translation>不再放行新单，并撤销全部委托</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>nothing new passes, every order is cancelled and positions are brought to zero</source>
            <translation>不再放行新单，撤销全部委托，并把持仓平到零</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>nothing new passes, working orders stay</source>
            <translation>不再放行新单，挂单保留</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>our line to a venue goes down</source>
            <translation>我方到场所的线路断开</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>the disk is full</source>
            <translation>磁盘已满</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>the loss from the run's best is {at} of capital and best</source>
            <translation>自最高点的亏损达到最高权益的 {at}</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>the loss since the trading day began is {at} of the capital</source>
            <translation>自交易日开始的亏损达到资金的 {at}</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>the machine's clock goes back by {at} or more</source>
            <translation>机器时钟倒退 {at} 或以上</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>the market's data is {within} old while an order is open or a position held</source>
            <translation>有挂单或持仓时行情已旧 {within}</translation>
        </message>
        <message>
            <location filename="../../widgets/trigger_words.py" />
            <source>the window is silent</source>
            <translation>窗口无响应</translation>
        </message>
        <message>
            <location filename="../../widgets/uncross.py" />
            <source>buy {left} left over</source>
            <translation>剩余买 {left}</translation>
        </message>
        <message>
            <location filename="../../widgets/uncross.py" />
            <source>no price yet</source>
            <translation>尚无价格</translation>
        </message>
        <message>
            <location filename="../../widgets/uncross.py" />
            <source>sell {left} left over</source>
            <translation>剩余卖 {left}</translation>
        </message>
        <message>
            <location filename="../../widgets/uncross.py" />
            <source>{qty} at {price}</source>
            <comment>would trade in an auction</comment>
            <translation>{qty} @ {price}</translation>
        </message>
        <message>
            <location filename="../../widgets/untaken.py" />
            <source>Not sent: the core did not take it. The notice above says why.</source>
            <translation>未发送：核心没有接受。上方的通知说明了原因。</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/add_field.py" />
            <source>Arrows choose, Enter adds, Esc closes</source>
            <translation>方向键选择，Enter 添加，Esc 关闭</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/add_field.py" />
            <source>Symbol to add</source>
            <translation>要添加的合约</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/hands.py" />
            <source>Add a symbol…</source>
            <translation>添加合约…</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/hands.py" />
            <source>Move down	Alt+Down</source>
            <translation>下移	Alt+Down</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/hands.py" />
            <source>Move to the top</source>
            <translation>移到最上</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/hands.py" />
            <source>Move up	Alt+Up</source>
            <translation>上移	Alt+Up</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/hands.py" />
            <source>One line</source>
            <translation>一行</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/hands.py" />
            <source>Remove {symbol}</source>
            <translation>移除 {symbol}</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/hands.py" />
            <source>Show every listed instrument</source>
            <translation>显示全部上市合约</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/hands.py" />
            <source>Two lines</source>
            <translation>两行</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/hands.py" />
            <source>Type a symbol to add it. {remove} takes one out, Alt with the arrows moves it, {dense}: one line or two. The menu has all of it</source>
            <translation>输入合约代码即可添加。{remove} 移除，Alt 加方向键移动，{dense}：一行或两行。菜单里都有</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/hands.py" />
            <source>{two_lines} an instrument</source>
            <translation>每个合约{two_lines}</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/model.py" />
            <source>Ask {qty} at {price}</source>
            <translation>卖价 {price}，{qty}</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/model.py" />
            <source>Bid {qty} at {price}</source>
            <translation>买价 {price}，{qty}</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/model.py" />
            <source>Change {change}, {percent}</source>
            <translation>涨跌 {change}，{percent}</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/model.py" />
            <source>Data age {age}</source>
            <translation>行情时长 {age}</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/model.py" />
            <source>Data age {age}, stale</source>
            <translation>行情时长 {age}，过时</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/model.py" />
            <source>Last {qty} at {price}</source>
            <translation>最新 {price}，{qty}</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/model.py" />
            <source>Open {price}, high {price_2}, low {price_3}</source>
            <translation>开盘 {price}，最高 {price_2}，最低 {price_3}</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/model.py" />
            <source>{minutes} min</source>
            <translation>{minutes} 分</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/model.py" />
            <source>{trades} trades, {qty} {base}</source>
            <translation>{trades} 笔成交，{qty} {base}</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Age</source>
            <translation>时长</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Ask size</source>
            <translation>卖量</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Ask, size</source>
            <translation>卖价、量</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Bid size</source>
            <translation>买量</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Bid, size</source>
            <translation>买价、量</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Change</source>
            <translation>涨跌</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Day range</source>
            <translation>日内区间</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Last, %</source>
            <translation>最新，%</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Last, change</source>
            <translation>最新、涨跌</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>No instruments yet</source>
            <translation>尚无合约</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>No symbols in this list</source>
            <translation>列表中没有合约</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Pos, range</source>
            <translation>持仓, 区间</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Position, age</source>
            <translation>持仓、时长</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Range</source>
            <translation>区间</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Spread, vol</source>
            <translation>价差，量</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Spread, volume</source>
            <translation>价差、成交量</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Start a session: what it trades is listed here.</source>
            <translation>启动会话：所交易的合约列在这里。</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>Type one to add it; the menu brings back every listed instrument.</source>
            <translation>输入代码添加；菜单可恢复全部上市合约。</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>stale {age}</source>
            <translation>过时 {age}</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/paint.py" />
            <source>{venue}, not listed</source>
            <translation>{venue}，未上市</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/symbols.py" />
            <source>no instrument {shown} is listed</source>
            <translation>没有上市合约 {shown}</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/symbols.py" />
            <source>type a symbol</source>
            <translation>请输入合约代码</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/symbols.py" />
            <source>{shown} is more than one instrument: choose one</source>
            <translation>{shown} 对应多个合约：请选择</translation>
        </message>
        <message>
            <location filename="../../widgets/watchlist/view.py" />
            <source>Scroll the watchlist</source>
            <translation>滚动自选列表</translation>
        </message>
    </context>
</TS>
